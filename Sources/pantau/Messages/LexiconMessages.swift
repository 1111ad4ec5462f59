import Scoring

extension Message {
    static func lexiconSound(rules: Int, files: Int) -> Message {
        Message(
            "lexicon.sound", "\(rules) rules in \(files) files, nothing wrong",
            "\(rules) peraturan dalam \(files) fail, tiada yang salah")
    }

    static func examplesTested(_ count: Int, failures: String, known: Int) -> Message {
        Message(
            "lexicon.tested", "\(count) texts; failures: \(failures); known: \(known)",
            "\(count) teks; kegagalan: \(failures); diketahui: \(known)")
    }

    static func examplesFailed(_ count: Int, mended: Int) -> Message {
        Message(
            "lexicon.test-failed",
            "\(count) failures that nobody knew, \(mended) known ones that are mended. The lines above name them; when they are as they should be: pantau lexicon test --mark",
            "\(count) kegagalan yang tidak diketahui, \(mended) kegagalan yang sudah pulih. Lihat baris di atas; jika itulah yang dikehendaki: pantau lexicon test --mark",
            exit: .failed, hint: "pantau lexicon test --mark")
    }

    static func examplesMarked(_ count: Int, path: String) -> Message {
        Message(
            "lexicon.marked", "\(count) known failures written to \(path)",
            "\(count) kegagalan diketahui ditulis ke \(path)")
    }

    static func noExamples(_ folder: String) -> Message {
        Message(
            "err.no-examples", "There is no .jsonl file with labelled texts in \(folder).",
            "Tiada fail .jsonl berisi teks berlabel dalam \(folder).", exit: .badData)
    }

    /// What another lexicon makes of the texts, counted.
    static func lexiconEffect(_ texts: Int, counts: [ScoreChange.Kind: Int]) -> Message {
        let count = { (kind: ScoreChange.Kind) in counts[kind, default: 0] }
        return Message(
            "lexicon.effect",
            "Over \(texts) texts: \(count(.appears)) leads appear, \(count(.vanishes)) vanish, \(count(.urgency)) change urgency, \(count(.need)) change their first need, \(count(.score)) change points alone",
            "Daripada \(texts) teks: \(count(.appears)) kes muncul, \(count(.vanishes)) hilang, \(count(.urgency)) berubah kesegeraan, \(count(.need)) berubah keperluan pertama, \(count(.score)) berubah mata sahaja"
        )
    }

    static func lexiconEffectMore(_ count: Int) -> Message {
        Message(
            "lexicon.effect-more", "\(count) more are not shown: --limit", "\(count) lagi tidak dipaparkan: --limit",
            hint: "--limit")
    }

    static func lexiconDifference(added: Int, removed: Int, changed: Int) -> Message {
        Message(
            "lexicon.difference", "\(added) parts added, \(removed) removed, \(changed) changed",
            "\(added) bahagian ditambah, \(removed) dibuang, \(changed) diubah")
    }

    static func lexiconStats(texts: Int, rules: Int, silent: Int, misfiring: Int) -> Message {
        Message(
            "lexicon.stats",
            "\(rules) rules over \(texts) texts: \(silent) never counted, \(misfiring) mostly misfire",
            "\(rules) peraturan atas \(texts) teks: \(silent) tidak pernah dikira, \(misfiring) kerap tersilap")
    }

    static func noRule(_ id: String, nearest: String?) -> Message {
        let hint = nearest.map { (" Did you mean \($0)?", " Maksud anda \($0)?") } ?? ("", "")
        return Message(
            "err.no-rule", "There is no rule \"\(id)\".\(hint.0) All of them: pantau lexicon list",
            "Tiada peraturan \"\(id)\".\(hint.1) Senarai semua: pantau lexicon list", exit: .badData,
            hint: "pantau lexicon list")
    }
}
