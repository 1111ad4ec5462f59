import Model
import Referring

extension Message {
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
