import Model

extension LeadCard {
    /// The commands that fit its state.
    var next: [String] {
        let id = lead.id.value
        let why = language.phrase("Why flagged: pantau lead explain \(id)", "Sebab ditanda: pantau lead explain \(id)")
        switch lead.state {
        case .flagged:
            // The identity of an abused person or a child is confirmed by two people.
            let decide =
                lead.isProtected
                ? language.phrase("Decide, two people: ", "Putuskan, dua orang: ")
                : language.phrase("Decide: ", "Putuskan: ")
            let others = language.phrase(", or reject, snooze", ", atau reject, snooze")
            return [why, decide + "pantau lead accept \(id)" + others]
        case .snoozed: return [why, language.phrase("Back now: ", "Semak sekarang: ") + "pantau lead unsnooze \(id)"]
        case .rejected:
            return [why, language.phrase("Back to review: ", "Semak semula: ") + "pantau lead reopen \(id)"]
        case .merged(let survivor):
            return [
                language.phrase("Lives on in: ", "Diteruskan dalam: ") + "pantau lead show \(survivor.value)",
                language.phrase("Alone again: ", "Asingkan: ") + "pantau lead unmerge \(id)",
            ]
        case .prospect(let ref):
            return [
                language.phrase("Where it stands: ", "Kedudukannya: ") + "pantau referral show \(ref)",
                language.phrase("Send: ", "Hantar: ") + "pantau referral send \(ref) --to "
                    + language.phrase("AGENCY", "AGENSI"),
                language.phrase("Keep it here: ", "Tahan: ") + "pantau prospect hold \(ref)",
            ]
        }
    }
}
