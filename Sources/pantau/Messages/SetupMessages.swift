extension Message {
    static func madeDatabase(_ path: String) -> Message {
        Message(
            "init.database", "Made   \(path)  (only you can read it)", "Dibuat   \(path)  (hanya anda boleh membacanya)"
        )
    }

    static func made(_ path: String) -> Message { Message("init.made", "Made   \(path)", "Dibuat   \(path)") }

    static func kept(_ path: String) -> Message {
        Message("init.kept", "Kept   \(path)  (it was there)", "Kekal   \(path)  (sedia ada)")
    }

    static func copied(_ count: Int, to folder: String) -> Message {
        Message("init.copied", "Copied \(count) files to \(folder)", "Disalin \(count) fail ke \(folder)")
    }

    static let initialized = Message(
        "init.done", "Try:   pantau source test bernama-ms, then: pantau crawl",
        "Cuba:   pantau source test bernama-ms, kemudian: pantau crawl")

    static func checksFailed(_ count: Int) -> Message {
        Message(
            "doctor.failed", "Failed checks: \(count). The lines above say what helps.",
            "\(count) semakan gagal; baris di atas menyatakan penyelesaiannya.", exit: .failed)
    }
}
