import Model

extension Message {
    static func reportTitle(_ title: (en: String, ms: String), from start: Instant) -> Message {
        let time = start.rfc3339().prefix(16).replacing("T", with: " ")
        return Message("report.title", "\(title.en) since \(time)", "\(title.ms) sejak \(time)")
    }

    static let reportEmpty = Message(
        "report.empty", "Nothing to count yet. Look further back: --since 90d",
        "Belum ada apa-apa untuk dikira. Lihat lebih lama: --since 90d", hint: "--since 90d")

    static func agreement(pairs: Int, agreed: Int) -> Message {
        guard pairs > 0 else {
            return Message(
                "report.agreement", "No lead was decided on by two people.", "Tiada kes diputuskan oleh dua orang.")
        }
        return Message(
            "report.agreement", "Two people decided on \(pairs) leads, and agreed on \(agreed).",
            "Dua orang memutuskan \(pairs) kes, dan sependapat pada \(agreed).")
    }

    static func secondLooks(pairs: Int, agreed: Int) -> Message {
        guard pairs > 0 else {
            return Message(
                "report.second-look", "No decision was read a second time: pantau review --second-look",
                "Tiada keputusan dibaca kali kedua: pantau review --second-look",
                hint: "pantau review --second-look")
        }
        return Message(
            "report.second-look", "\(pairs) decisions were read a second time, blind; \(agreed) would be the same.",
            "\(pairs) keputusan dibaca kali kedua tanpa melihat yang pertama; \(agreed) akan sama.")
    }

    static func waited(median: String, slow: String, leads: Int) -> Message {
        Message(
            "report.waited",
            "Half of the \(leads) decided leads waited at most \(median), nine of ten at most \(slow).",
            "Separuh daripada \(leads) kes menunggu paling lama \(median), sembilan daripada sepuluh \(slow).")
    }
}
