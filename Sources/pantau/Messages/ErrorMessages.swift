import Model

extension Message {
    static func notFound(_ id: LeadID) -> Message {
        Message(
            "err.not-found", "There is no lead \(id).", "Tiada kes \(id).", exit: .failed, hint: "pantau lead list")
    }

    static func prospectNotFound(_ ref: String) -> Message {
        Message(
            "err.prospect-not-found", "There is no prospect \(ref).", "Tiada prospek \(ref).", exit: .failed,
            hint: "pantau prospect list")
    }

    static func badReference(_ ref: String) -> Message {
        Message(
            "err.ref-digit", "\(ref) is mistyped: its check digit does not fit.",
            "\(ref) tersalah taip: digit akhirnya tidak sepadan.", exit: .usage)
    }

    static func claimed(_ id: LeadID, by who: String, until time: String) -> Message {
        Message(
            "err.claimed",
            "\(id) is claimed by \(who) until \(time). Nothing was changed. Take it over: --take-over",
            "\(id) sedang disemak oleh \(who) hingga \(time). Tiada perubahan. Ambil alih: --take-over",
            exit: .conflict, hint: "--take-over")
    }

    static func changed(_ id: LeadID) -> Message {
        Message(
            "err.changed", "\(id) changed while you were reading. Look again, then decide.",
            "\(id) berubah semasa anda membaca. Lihat semula, kemudian putuskan.", exit: .conflict,
            hint: "pantau lead show \(id.value)")
    }

    static func decidedOtherwise(_ id: LeadID, state: LeadState) -> Message {
        let way =
            switch state {
            case .merged: "pantau lead unmerge \(id.value)"
            case .rejected: "pantau lead reopen \(id.value)"
            case .flagged, .snoozed, .prospect: "pantau undo"
            }
        return Message(
            "err.decided",
            "\(id) was decided already (\(state.code)). Nothing was changed. Take that back first: \(way)",
            "\(id) sudah diputuskan (\(state.code)). Tiada perubahan. Buat asal dahulu: \(way)", exit: .conflict,
            hint: way)
    }

    static func alreadySent(_ ref: String, at time: Instant) -> Message {
        let when = time.rfc3339().prefix(16).replacing("T", with: " ")
        let command = "pantau prospect withdraw \(ref) --reason mistake"
        return Message(
            "err.sent", "\(ref) has already left (\(when)). It cannot be undone, only withdrawn: \(command)",
            "\(ref) sudah dihantar (\(when)). Tidak boleh dibuat asal, hanya ditarik balik: \(command)",
            exit: .conflict, hint: command)
    }

    static func secondPerson(_ id: LeadID) -> Message {
        Message(
            "err.protected", "\(id): the identity is protected. Accept needs a second reviewer: --second",
            "\(id): identiti dilindungi. Penerimaan memerlukan penyemak kedua: --second", exit: .conflict,
            hint: "--second")
    }

    static func noReason() -> Message {
        let codes = RejectReason.allCases.map(\.rawValue).joined(separator: ", ")
        return Message(
            "err.no-reason", "A rejection needs --reason. One of: \(codes)",
            "Penolakan memerlukan --reason. Salah satu: \(codes)", exit: .usage, hint: "--reason")
    }

    static func needsYes(count: Int) -> Message {
        Message(
            "err.need-yes", "Not a terminal, so nothing was changed. Add --yes to do it to all \(count).",
            "Bukan terminal, jadi tiada perubahan. Tambah --yes untuk semua \(count).", exit: .usage,
            hint: "--yes")
    }

    static func tooMany(_ count: Int, max: Int) -> Message {
        Message(
            "err.too-many",
            "\(count) leads match; at most \(max) at once. Raise it with --max \(count) if you mean it.",
            "\(count) kes sepadan; paling banyak \(max) sekali. Naikkan dengan --max \(count) jika pasti.",
            exit: .usage, hint: "--max \(count)")
    }

    static let readOnly = Message(
        "err.readonly", "Read-only: started with --read-only, or the database is.",
        "Baca sahaja: dimulakan dengan --read-only, atau pangkalan data begitu.", exit: .refused)

    static let nothingToUndo = Message(
        "undo.none", "There is nothing to undo.", "Tiada apa untuk dibuat asal.", hint: "pantau log")

    static let cancelled = Message(
        "err.cancelled", "Cancelled. Nothing was changed.", "Dibatalkan. Tiada perubahan.", exit: .cancelled)

    static func usage(_ why: String, command: String) -> Message {
        Message(
            "err.usage", "\(why). See: pantau \(command) --help", "\(why). Lihat: pantau \(command) --help",
            exit: .usage, hint: "pantau \(command) --help")
    }

    static func unknownCommand(_ word: String, near: String?) -> Message {
        let hint =
            near.map { (" Did you mean: pantau \($0)?", " Maksud anda: pantau \($0)?") }
            ?? (" See: pantau --help", " Lihat: pantau --help")
        return Message(
            "err.unknown-command", "There is no command \"\(word)\".\(hint.0)", "Tiada arahan \"\(word)\".\(hint.1)",
            exit: .usage, hint: "pantau --help")
    }

    static func unreadable(_ path: String, why: String, exit: ExitStatus = .badData) -> Message {
        Message("err.file", "Cannot read \(path): \(why).", "Tidak dapat membaca \(path): \(why).", exit: exit)
    }

    static func noFolder(_ path: String, name: String) -> Message {
        Message(
            "err.folder", "There is no folder \(path) to read \(name) from. Copy the ones built in: pantau init",
            "Tiada folder \(path) untuk dibaca sebagai \(name). Salin yang terbina dalam: pantau init",
            exit: .configuration, hint: "pantau init")
    }

    static func cannotCreate(_ path: String, why: String) -> Message {
        Message(
            "err.create", "Cannot write \(path): \(why).", "Tidak dapat menulis \(path): \(why).",
            exit: .cannotCreate)
    }

    static func exists(_ path: String) -> Message {
        Message(
            "err.out-exists", "\(path) exists. Nothing was written.", "\(path) sudah ada. Tiada apa ditulis.",
            exit: .cannotCreate)
    }

    /// A file that people write has a mistake; `problem` begins with file, line and column.
    static func badFile(_ problem: String, exit: ExitStatus) -> Message {
        Message(exit == .configuration ? "err.config" : "err.lexicon", problem, problem, exit: exit)
    }
}
