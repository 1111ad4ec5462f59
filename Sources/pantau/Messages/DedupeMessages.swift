import Model
import Referring

extension Message {
    init(_ problem: DedupeKeyFile.Problem) {
        switch problem {
        case .unreadable(let path, let why): self = .unreadable(path, why: why, exit: .configuration)
        case .tooOpen(let path, let mode):
            self = Message(
                "err.secret-mode", "Others may read the keys \(path) (mode \(mode)). Run: chmod 600 \(path)",
                "Kunci \(path) boleh dibaca orang lain (mod \(mode)). Jalankan: chmod 600 \(path)",
                exit: .noPermission, hint: "chmod 600 \(path)")
        case .malformed(let path, let line):
            self = Message(
                "err.dedupe-key",
                "\(path):\(line): a line is the id of a key, a blank, and a secret of 16 bytes or more.",
                "\(path):\(line): satu baris ialah id kunci, jarak, dan rahsia sekurang-kurangnya 16 bait.",
                exit: .configuration)
        }
    }

    static let dedupeNone = Message(
        "dedupe.none", "No prospect waits because others know it.", "Tiada prospek yang menunggu kerana telah dikenali."
    )

    static let dedupeNoKeys = Message(
        "err.dedupe-none", "There is no key to compare persons by; set export.dedupe-keys.",
        "Tiada kunci untuk membandingkan individu; tetapkan export.dedupe-keys.", exit: .configuration,
        hint: "export.dedupe-keys")

    static func dedupeNoKey(_ id: String) -> Message {
        Message(
            "dedupe.no-key", "We have no key \(id): entries under it never match.",
            "Tiada kunci \(id): entri di bawahnya tidak akan sepadan.")
    }

    static func dedupeImported(_ count: Int, of system: String) -> Message {
        Message(
            "dedupe.imported", "\(count) entries of \(system) are in the place of its last list.",
            "\(count) entri \(system) menggantikan senarai terdahulu.")
    }

    static func dedupeCleared(_ ref: ProspectRef) -> Message {
        Message(
            "dedupe.cleared", "\(ref) goes out with the next export or push.",
            "\(ref) akan dihantar dengan eksport atau penghantaran berikutnya.")
    }
}
