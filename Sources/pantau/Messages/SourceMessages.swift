import Model

extension Message {
    static let builtInSources = Message(
        "err.sources-built-in",
        "The source files are those built in, which cannot be changed. Make copies to edit first: pantau init",
        "Fail sumber ialah yang terbina dalam dan tidak boleh diubah. Buat salinan dahulu: pantau init",
        exit: .configuration, hint: "pantau init")

    static func editedFileBroken(_ path: String, why: String) -> Message {
        Message(
            "err.source-edit", "\(path) could not be changed safely; nothing was written. Edit it by hand.\n\(why)",
            "\(path) tidak dapat diubah dengan selamat; tiada apa ditulis. Sunting sendiri.\n\(why)", exit: .badData)
    }

    static func fileChanged(_ path: String) -> Message {
        Message(
            "err.source-changed", "\(path) was changed by somebody else meanwhile; nothing was written. Try again.",
            "\(path) diubah oleh orang lain sementara itu; tiada apa ditulis. Cuba lagi.", exit: .conflict)
    }

    static func badSourceFile(_ path: String, problems: String) -> Message {
        Message(
            "err.source-file", "\(path) has mistakes and is not changed before they are mended:\n\(problems)",
            "\(path) ada kesilapan dan tidak diubah sebelum dibaiki:\n\(problems)", exit: .badData)
    }

    /// `problem` begins with file and line.
    static func byHand(_ problem: String) -> Message { Message("err.by-hand", problem, problem, exit: .badData) }

    static func badFileName(_ name: String) -> Message {
        Message(
            "err.source-file-name",
            "--file needs the name of a file of the Feeds folder that ends in .yaml, without a slash, not \"\(name)\"",
            "--file memerlukan nama fail dalam folder Feeds yang berakhir .yaml, tanpa garis miring, bukan \"\(name)\"",
            exit: .usage, hint: "--file added.yaml")
    }

    static func badAddress(_ text: String) -> Message {
        Message(
            "err.address", "\"\(text)\" is not an address that begins with http:// or https://.",
            "\"\(text)\" bukan alamat yang bermula dengan http:// atau https://.", exit: .usage)
    }

    static func takenID(_ id: String, by place: String) -> Message {
        Message(
            "err.source-id", "The id \"\(id)\" is used already (\(place)). Choose another: --id",
            "Pengenal \"\(id)\" sudah digunakan (\(place)). Pilih yang lain: --id", exit: .conflict, hint: "--id")
    }

    static func knownAddress(_ url: String, as id: SourceID, at place: String) -> Message {
        Message(
            "already.source", "\(url) is a source already: \(id) (\(place)). Nothing was changed.",
            "\(url) sudah menjadi sumber: \(id) (\(place)). Tiada perubahan.", hint: "pantau source show \(id)")
    }

    static func nothingFound(_ url: String, asked: Int) -> Message {
        Message(
            "err.nothing-found",
            "\(url): no feed, sitemap or list of articles was found; \(asked) addresses were asked. If you know one: "
                + "pantau source add ADDRESS",
            "\(url): tiada suapan, peta laman atau senarai berita ditemui; \(asked) alamat dicuba. Jika anda tahu satu: "
                + "pantau source add ALAMAT",
            exit: .failed, hint: "pantau source test \(url)")
    }

    static func chooseFound(_ count: Int) -> Message {
        Message(
            "err.choose", "\(count) found, listed above. Name one by its address, or take the first: --first",
            "\(count) ditemui, disenaraikan di atas. Namakan satu dengan alamatnya, atau ambil yang pertama: --first",
            exit: .usage, hint: "--first")
    }

    static let askFound = Message(
        "ask.found", "Which one? A number, or Enter for 1, or q to leave: ",
        "Yang mana? Nombor, atau Enter untuk 1, atau q untuk keluar: ")

    static func sourceAdded(_ id: SourceID, to file: String, line: Int) -> Message {
        Message("source.added", "Added \(id) to \(file):\(line)", "\(id) ditambah ke \(file):\(line)")
    }

    static func listsNothing(_ id: SourceID) -> Message {
        Message(
            "source.lists-nothing", "\(id) can be read, and lists nothing now.",
            "\(id) boleh dibaca, tetapi kosong sekarang.", hint: "pantau source test \(id)")
    }

    static func tryAdded(_ id: SourceID) -> Message {
        Message(
            "source.try", "Next: pantau crawl --source \(id)", "Seterusnya: pantau crawl --source \(id)",
            hint: "pantau crawl --source \(id)")
    }
}

// MARK: Changing what is there

extension Message {
    static func sourceChanged(_ id: SourceID, _ change: SourceChange, at place: String) -> Message {
        switch change {
        case .enable:
            Message("source.enabled", "\(id) is enabled (\(place))", "\(id) dihidupkan (\(place))")
        case .disable:
            Message("source.disabled", "\(id) is disabled (\(place))", "\(id) dimatikan (\(place))")
        case .remove:
            Message(
                "source.removed", "\(id) is removed (\(place)); its articles and leads stay",
                "\(id) dibuang (\(place)); berita dan kesnya kekal")
        }
    }

    static func sourceAlready(_ id: SourceID, _ change: SourceChange) -> Message {
        switch change {
        case .enable: Message("already.enabled", "\(id) is enabled already.", "\(id) sudah dihidupkan.")
        case .disable: Message("already.disabled", "\(id) is disabled already.", "\(id) sudah dimatikan.")
        case .remove: Message("already.removed", "\(id) is removed already.", "\(id) sudah dibuang.")
        }
    }

    static func sourceForgotten(_ id: SourceID) -> Message {
        Message(
            "source.forgotten", "\(id) stands in no file; its schedule is forgotten, its articles and leads stay",
            "\(id) tiada dalam mana-mana fail; jadualnya dilupakan, berita dan kesnya kekal")
    }

    static func askRemove(_ ids: [SourceID]) -> Message {
        let names = ids.prefix(5).map(\.value).joined(separator: ", ") + (ids.count > 5 ? ", …" : "")
        return Message(
            "ask.remove", "Remove \(names)? Their articles and leads stay. Type y to go on: ",
            "Buang \(names)? Berita dan kesnya kekal. Taip y untuk teruskan: ")
    }
}

// MARK: Lists

extension Message {
    static let allWell = Message("source.all-well", "Every source is well.", "Semua sumber baik.")

    static func imported(_ count: Int, to file: String, known: Int, refused: Int) -> Message {
        Message(
            "source.imported", "\(count) sources written to \(file); \(known) known already, \(refused) refused",
            "\(count) sumber ditulis ke \(file); \(known) sudah diketahui, \(refused) ditolak")
    }

    static func wouldImport(_ count: Int, to file: String, known: Int, refused: Int) -> Message {
        Message(
            "source.would-import",
            "\(count) sources would be written to \(file); \(known) known already, \(refused) refused. Nothing was written.",
            "\(count) sumber akan ditulis ke \(file); \(known) sudah diketahui, \(refused) ditolak. Tiada apa ditulis.")
    }

    static func allRefused(_ path: String, count: Int) -> Message {
        Message(
            "err.source-import",
            "\(path): none of its \(count) feeds has an address that begins with http:// or https://.",
            "\(path): tiada satu pun daripada \(count) suapannya beralamat http:// atau https://.", exit: .badData)
    }

    static func exported(_ count: Int, to file: String) -> Message {
        Message("source.exported", "\(count) sources written to \(file)", "\(count) sumber ditulis ke \(file)")
    }

    static let opmlTruncated = Message(
        "source.opml-cut", "The file ends too early; there may have been more feeds in it.",
        "Fail tamat terlalu awal; mungkin ada lagi suapan di dalamnya.")
}
