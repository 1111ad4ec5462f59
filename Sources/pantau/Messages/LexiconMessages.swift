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
}
