import Model

extension Message {
    static let screenNoLead = Message(
        "review.no-lead", "No lead is open here.", "Tiada kes dibuka di sini.")

    static let screenNothingToRepeat = Message(
        "review.no-decision", "There is no decision to repeat yet.", "Belum ada keputusan untuk diulang.")

    static let screenBlind = Message(
        "review.blind", "Not shown in a blind review.", "Tidak ditunjukkan dalam semakan buta.")

    static let screenNoPhrase = Message(
        "review.no-phrase", "No phrase is marked here.", "Tiada frasa ditanda di sini.")

    static let screenNoneSimilar = Message("review.none-similar", "No similar leads.", "Tiada kes serupa.")

    static func screenTaken(_ id: LeadID, by who: String, until time: String) -> Message {
        Message(
            "review.taken", "\(id) is read by \(who) until \(time). Take it over with :take",
            "\(id) sedang dibaca \(who) hingga \(time). Ambil alih dengan :take")
    }

    static func screenReturned(_ ref: ProspectRef, by agency: String) -> Message {
        Message(
            "review.returned",
            "\(agency) gave \(ref) back: a sends it to another agency, x passes over it, "
                + ":prospect withdraw ends it.",
            "\(agency) memulangkan \(ref): a untuk agensi lain, x langkau, :prospect withdraw untuk menamatkan.")
    }

    static func screenAccepted(_ id: LeadID, leavesAt time: String) -> Message {
        Message(
            "review.accepted", "Accepted \(id); it leaves at \(time) unless undone (u).",
            "\(id) diterima; dihantar pada \(time) jika tidak dibuat asal (u).")
    }

    static let askMinor = Message(
        "ask.minor", "Children are involved. Their names will not be sent. Go on? [Enter/Esc]",
        "Kes melibatkan kanak-kanak. Nama mereka tidak akan dihantar. Teruskan? [Enter/Esc]")

    static func askErase(_ count: Int) -> Message {
        let many = (count == 1 ? "this person" : "\(count) leads", count == 1 ? "individu ini" : "\(count) kes")
        return Message(
            "ask.erase", "All that tells of \(many.0) is erased for good; it cannot be undone. Go on? [Enter/Esc]",
            "Semua maklumat tentang \(many.1) dipadam buat selamanya; tidak boleh dibuat asal. Teruskan? [Enter/Esc]")
    }

    static let askProtected = Message(
        "ask.protected", "A protected identity: a second person must accept it too. Go on? [Enter/Esc]",
        "Identiti dilindungi: orang kedua juga mesti menerimanya. Teruskan? [Enter/Esc]")

    static func screenNotMerged(_ id: LeadID) -> Message {
        Message(
            "review.not-merged", "No other lead lives on in \(id).", "Tiada kes lain digabung ke dalam \(id).")
    }

    static func askUnmerge(_ id: LeadID, _ merged: [LeadID]) -> Message {
        let list = merged.map(\.description).joined(separator: ", ")
        return Message(
            "ask.unmerge", "Let \(list) stand alone again, apart from \(id)? [Enter/Esc]",
            "Asingkan semula \(list) daripada \(id)? [Enter/Esc]")
    }

    static let askUnknown = Message(
        "ask.unknown", "Neither who nor where is known. Accept it as it is? [Enter/Esc]",
        "Siapa dan di mana tidak diketahui. Terima seadanya? [Enter/Esc]")

    static func screenAskUndo(_ what: String, who: String) -> Message {
        Message(
            "ask.undo", "\(who) decided \"\(what)\". Undo it? [Enter/Esc]",
            "\(who) memutuskan \"\(what)\". Buat asal? [Enter/Esc]")
    }

    static func screenAskCount(_ what: (en: String, ms: String), count: Int) -> Message {
        Message(
            "ask.bulk", "\(what.en) \(count) leads? Type \(count) to go on, or Esc:",
            "\(what.ms) \(count) kes? Taip \(count) untuk teruskan, atau Esc:")
    }

    static func screenDone(decided: Int) -> Message {
        Message(
            "review.done", "All done. You decided \(decided) leads; none is left to review.",
            "Selesai. Anda memutuskan \(decided) kes; tiada lagi untuk disemak.")
    }

    static func screenAllClaimed(_ count: Int) -> Message {
        Message(
            "review.all-claimed", "What is left (\(count)) is read by others. Press R to look again.",
            "Baki \(count) kes sedang dibaca orang lain. Tekan R untuk melihat semula.")
    }

    static let screenEmptyFilter = Message(
        "review.empty.filter", "No lead fits the filter. Esc clears it.", "Tiada kes sepadan. Esc membuang tapisan.")

    static func screenTooSmall(width: Int, height: Int) -> Message {
        Message(
            "review.too-small",
            "The window is \(width) by \(height); the review screen needs 60 by 16. Make it larger or use: "
                + "pantau review --plain",
            "Tetingkap \(width) x \(height); skrin semakan memerlukan 60 x 16. Besarkan atau guna: "
                + "pantau review --plain", exit: .usage)
    }

    static func screenLost(_ id: LeadID) -> Message {
        Message(
            "review.lost", "\(id) was not held any more, and somebody else reads it now.",
            "\(id) tidak lagi dipegang, dan kini dibaca orang lain.")
    }

    static func screenPassed(_ count: Int) -> Message {
        Message(
            "review.passed", "\(count) were decided or taken by colleagues meanwhile.",
            "\(count) telah diputuskan atau diambil rakan sementara itu.")
    }

    static func screenRefused(command: String) -> Message {
        Message(
            "review.no-command", "\(command) does not run inside the review screen. Leave it first (q).",
            "\(command) tidak boleh dijalankan dalam skrin semakan. Keluar dahulu (q).")
    }

    static let screenHistory = Message(
        "review.history", "History of the lead; u takes the chosen entry back",
        "Sejarah kes; u membuat asal catatan yang dipilih")

    static let screenToday = Message(
        "review.today", "Your decisions of today; u takes the chosen one back",
        "Keputusan anda hari ini; u membuat asal yang dipilih")
}
