import Model

/// Which names of a lead stay with the squad: those of minors (Child Act 2001, section 15), and every name of a case whose
/// identity is protected.
struct Withholding {
    let isProtected: Bool
    let hasMinors: Bool
    private let words: Set<String>

    init(_ lead: Lead) {
        isProtected = lead.needsTwoPersons
        let persons = lead.identification.persons
        hasMinors = persons.contains { $0.isMinor && $0.role.isAffected }
        let hidden = persons.filter { lead.needsTwoPersons || $0.isMinor }
        words = Set(hidden.flatMap(\.names).flatMap(Withholding.tellingWords))
    }

    func withholds(_ person: Person) -> Bool { isProtected || person.isMinor }

    /// Whether the text holds a word of a withheld name.
    func hides(_ text: some StringProtocol) -> Bool {
        !words.isEmpty && text.split(whereSeparator: { !$0.isNamePart }).contains { words.contains($0.lowercased()) }
    }

    /// The text with each word of a withheld name cut to its first letter: `Adik R. lumpuh`.
    func masked(_ text: String) -> String {
        guard hides(text) else { return text }
        var out = ""
        var word = ""
        for character in text + "\n" {
            if character.isNamePart {
                word.append(character)
                continue
            }
            out += words.contains(word.lowercased()) ? word.prefix(1) + "." : word
            word = ""
            out.append(character)
        }
        return String(out.dropLast())
    }

    /// The words that tell a person; `bin` and `anak` stand in every second name.
    private static func tellingWords(of name: String) -> [String] {
        name.split { !$0.isNamePart }.map { $0.lowercased() }.filter { $0.count > 1 && !connectives.contains($0) }
    }

    private static let connectives: Set<String> = ["bin", "binti", "bt", "bte", "anak", "a/l", "a/p", "al", "ap"]
}

extension Lead {
    /// The rules or a reviewer say that it is about abuse or suicide: it leaves only when two persons agreed, without names.
    var needsTwoPersons: Bool {
        isProtected || needs.contains { $0.confidence == .confirmed && ($0.need == .abuse || $0.need == .distress) }
    }
}

extension Character {
    /// Letters, and what stands inside a name: O'Brien, Nur-Ain, a/l.
    fileprivate var isNamePart: Bool { isLetter || self == "'" || self == "’" || self == "/" }
}

extension Person.Role {
    /// Speakers and accused are in a text but are no part of a prospect.
    var isAffected: Bool {
        switch self {
        case .subject, .family, .breadwinnerDeceased, .carer, .otherAffected: true
        case .speaker, .accused: false
        }
    }
}
