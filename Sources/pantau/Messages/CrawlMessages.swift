import Model

extension Message {
    static func noNetwork(hosts: Int) -> Message {
        Message(
            "err.network",
            "No network. None of the first \(hosts) hosts could be reached. Nothing was changed; the next run starts "
                + "where this one stopped.",
            "Tiada rangkaian. Tiada satu pun daripada \(hosts) hos pertama dapat dicapai. Tiada perubahan; larian "
                + "seterusnya bermula di sini.",
            exit: .temporary, hint: "pantau doctor")
    }

    static func stopped(by signal: String, seconds: Int, done: Int, total: Int) -> Message {
        Message(
            "err.stopped",
            "Stopped by \(signal) after \(seconds) s; \(done) of \(total) sources done. What was read is kept.",
            "Dihentikan oleh \(signal) selepas \(seconds) s; \(done) daripada \(total) sumber selesai. Yang dibaca "
                + "disimpan.",
            exit: signal == "SIGINT" ? .interrupted : .temporary)
    }

    static func partial(failed: Int, total: Int, limit: String) -> Message {
        Message(
            "err.partial", "\(failed) of \(total) sources failed, more than the limit of \(limit).",
            "\(failed) daripada \(total) sumber gagal, melebihi had \(limit).", exit: .partial,
            hint: "pantau source list --failing")
    }

    static func waitingForCrawl(since: String) -> Message {
        Message(
            "note.locked-wait", "Another crawl is running since \(since); this one begins when it has ended.",
            "Rayapan lain sedang berjalan sejak \(since); yang ini bermula apabila ia tamat.")
    }

    static func crawlUnwell(_ minutes: Int, hosts: Int) -> Message {
        Message(
            "err.crawl-unwell",
            "Nothing was finished for \(minutes) minutes, and \(hosts) hosts are waiting.",
            "Tiada apa-apa selesai selama \(minutes) minit, dan \(hosts) hos sedang menunggu.",
            exit: .failed, hint: "pantau doctor")
    }

    static func stillCrawling(_ count: Int, pids: String) -> Message {
        Message(
            "err.crawl-stop",
            "\(count) crawls have not ended yet (process \(pids)). Look again, or end them by a signal.",
            "\(count) rayapan belum tamat (proses \(pids)). Semak semula, atau tamatkan dengan isyarat.",
            exit: .temporary, hint: "pantau crawl status")
    }

    static func crawlsStopped(_ count: Int) -> Message {
        count == 0
            ? Message("crawl.none", "No crawl is running.", "Tiada rayapan sedang berjalan.")
            : Message(
                "crawl.stopped", "Stopped \(count); what was read is kept.",
                "\(count) dihentikan; yang dibaca disimpan.")
    }

    static func moveUndone(_ id: String, from address: String) -> Message {
        Message(
            "source.move-undone", "\(id) is polled at the address of its file again, no more at \(address).",
            "\(id) dilawati semula di alamat failnya, bukan lagi di \(address).")
    }

    static func notMoved(_ id: String) -> Message {
        Message(
            "source.not-moved", "\(id) has not moved; nothing was changed.", "\(id) tidak berpindah; tiada perubahan.")
    }

    static let sourceListEmpty = Message(
        "source.list.empty",
        "No sources. Add one: pantau source add URL, or import an OPML file: pantau source import FILE",
        "Tiada sumber. Tambah: pantau source add URL, atau import fail OPML: pantau source import FILE")

    static func unknownSource(_ id: String, near: String?) -> Message {
        let hint = near.map { (" Did you mean \($0)?", " Maksud anda \($0)?") } ?? ("", "")
        return Message(
            "err.source", "There is no source \"\(id)\".\(hint.0)", "Tiada sumber \"\(id)\".\(hint.1)", exit: .usage,
            hint: "pantau source list")
    }

    static let nothingDue = Message(
        "crawl.nothing-due", "No source is due. Fetch all the same: pantau crawl --force",
        "Tiada sumber yang tiba masanya. Ambil juga: pantau crawl --force")
}

extension Message {
    /// A source that did not answer with what it should.
    static func sourceFailed(_ id: String, _ outcome: Outcome) -> Message {
        let (english, malay): (String, String) =
            switch outcome {
            case .denied: ("robots.txt says no", "dilarang oleh robots.txt")
            case .challenge:
                ("a challenge page that wants a browser or a person", "halaman cabaran yang mahukan pelayar atau orang")
            case .rateLimited: ("the host asks for quiet; try later", "hos minta berhenti; cuba kemudian")
            case .gone: ("gone (HTTP 410)", "tiada lagi (HTTP 410)")
            case .failed(_, let cause): (cause.text(in: .english), cause.text(in: .malay))
            case .fresh, .unchanged, .localOutage: ("no document", "tiada dokumen")
            }
        return Message("err.source-test", "\(id): \(english).", "\(id): \(malay).", exit: .failed)
    }
}
