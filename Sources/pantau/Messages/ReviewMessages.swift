import Model

extension Message {
    static func plainOpening(_ total: Int) -> Message {
        Message(
            "review.plain.opening",
            "To review: \(total). Type a letter, then Enter. Type ? for help.",
            "Untuk disemak: \(total). Taip satu huruf, kemudian Enter. Taip ? untuk bantuan.")
    }

    static let plainDecision = Message(
        "review.plain.decision", "Decision, a accept, r reject, s snooze, x skip, q quit: ",
        "Keputusan, a terima, r tolak, s tangguh, x langkau, q keluar: ")

    static let plainDoorQuestion = Message(
        "review.plain.returned", "An agency gave it back. a another agency, x skip, q quit: ",
        "Agensi memulangkannya. a agensi lain, x langkau, q keluar: ")

    static let plainDoor = Message(
        "review.plain.door", "Send to which agency (its code): ", "Hantar kepada agensi mana (kodnya): ")

    static let secondLookQuestion = Message(
        "review.second-look.question",
        "How would you decide? a accept, r reject, x cannot tell, v text, q quit: ",
        "Bagaimana anda memutuskan? a terima, r tolak, x tidak pasti, v teks, q keluar: ")

    static let secondLookNone = Message(
        "review.second-look.none", "No decision of a colleague waits for a second look.",
        "Tiada keputusan rakan menunggu semakan kedua.")

    static func secondLookKept(_ id: LeadID, first: (en: String, ms: String)) -> Message {
        Message(
            "review.second-look.kept", "Kept. \(id) was \(first.en); that stands. See: pantau lead history \(id.value)",
            "Disimpan. \(id) telah \(first.ms); itu kekal. Lihat: pantau lead history \(id.value)",
            hint: "pantau lead history \(id.value)")
    }

    static func secondLookDone(_ count: Int, agreed: Int) -> Message {
        Message(
            "review.second-look.done",
            "You looked at \(count) decisions again and would have taken \(agreed) the same way. "
                + "All of them: pantau report quality",
            "Anda menyemak semula \(count) keputusan dan \(agreed) akan diputuskan sama. "
                + "Semuanya: pantau report quality", hint: "pantau report quality")
    }

    static let plainReason = Message(
        "review.plain.reason", "Reason number, 1 not a person, 2 no need, 3 already helped, ? for all: ",
        "Nombor sebab, 1 bukan individu, 2 tiada keperluan, 3 telah dibantu, ? untuk semua: ")

    static let plainAgency = Message("review.plain.agency", "Which agency: ", "Agensi mana: ")

    static let plainOriginal = Message(
        "review.plain.original", "Number of the lead that it repeats: ", "Nombor kes yang diulang: ")

    static let plainNote = Message("review.plain.note", "Note: ", "Nota: ")

    static let plainUntil = Message(
        "review.plain.until", "Until, 1d, 7d, a date, new-article or score+10: ",
        "Hingga, 1d, 7d, tarikh, new-article atau score+10: ")

    static let plainSecond = Message(
        "review.plain.second", "The identity is protected. Name of the second reviewer: ",
        "Identiti dilindungi. Nama penyemak kedua: ")

    static let plainNothing = Message("review.plain.nothing", "Nothing was changed.", "Tiada perubahan.")

    static func plainUnknown(_ answer: String) -> Message {
        Message(
            "review.plain.unknown", "\"\(answer.prefix(20))\" is no answer here. Type ? for help.",
            "\"\(answer.prefix(20))\" bukan jawapan di sini. Taip ? untuk bantuan.")
    }
}
