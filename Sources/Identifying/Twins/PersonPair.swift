import Model

/// What the persons of two cases say.
struct PersonPair {
    private let first: [CaseSignature.KnownPerson]
    private let second: [CaseSignature.KnownPerson]

    enum Agreement { case agree, differ, unknown }

    enum AgeAgreement {
        case agree
        /// A year apart: birthdays fall between two reports, and papers reckon from the year of birth.
        case close
        case differ, unknown
    }

    init(_ first: [CaseSignature.KnownPerson], _ second: [CaseSignature.KnownPerson]) {
        (self.first, self.second) = (first.filter(\.isCentral), second.filter(\.isCentral))
    }

    var ages: AgeAgreement {
        let own = Set(first.compactMap(\.age))
        let other = Set(second.compactMap(\.age))
        if own.isEmpty || other.isEmpty { return .unknown }
        if !own.isDisjoint(with: other) { return .agree }
        return own.contains { other.contains($0 + 1) || other.contains($0 - 1) } ? .close : .differ
    }

    var names: Agreement {
        if longestSharedName > 0 { return .agree }
        // An alias that the other side does not give says nothing against it.
        return first.contains(where: \.isNamed) && second.contains(where: \.isNamed) ? .differ : .unknown
    }

    /// The age is another's and no name says otherwise; a year more or less is another age only where the name is another's too.
    var areOthers: Bool {
        switch (ages, names) {
        case (.differ, .differ), (.differ, .unknown), (.close, .differ): true
        case (.differ, .agree), (.agree, _), (.close, _), (.unknown, _): false
        }
    }

    /// How many words the longest name has that both sides give; 0 where they share none.
    var longestSharedName: Int {
        first.flatMap { own in second.map { own.wordsShared(with: $0) } }.max() ?? 0
    }

    /// Weighed with a common event; see ``CasePair``.
    ///
    /// - Parameter isMassEvent: many victims, of whom each paper names others.
    func fact(isMassEvent: Bool) -> JoinFact {
        switch (ages, names) {
        case (.agree, .agree): JoinFact(.sameName, tenths: 40 + secondName)
        case (.close, .agree): JoinFact(.sameName, tenths: 35 + secondName)
        case (.unknown, .agree): JoinFact(.sameName, tenths: 25 + secondName)
        // Ahmad, 34, and Ahmad, 61; or a typing error.
        case (.differ, .agree): JoinFact(.otherPerson, tenths: isMassEvent ? 0 : -20)
        case (.agree, .unknown): JoinFact(.sameAge, tenths: 25)
        case (.agree, .differ): JoinFact(.sameAge, tenths: 15)
        case (.close, .unknown): JoinFact(.sameAge, tenths: 15)
        case (.unknown, .unknown): JoinFact(.sameName, tenths: 0)
        case (.differ, .unknown): JoinFact(.otherPerson, tenths: isMassEvent ? -7 : -35)
        case (.unknown, .differ): JoinFact(.otherPerson, tenths: isMassEvent ? -3 : -10)
        case (.differ, .differ), (.close, .differ): JoinFact(.otherPerson, tenths: isMassEvent ? -14 : -45)
        }
    }

    /// A man and his wife by their names in both: hardly by chance. One word will do for the second, who is often called so.
    private var secondName: Int {
        let shared = first.count { own in
            second.contains {
                own.wordsShared(with: $0) > 0 || isCalled(own.name, $0.name) || isCalled($0.name, own.name)
            }
        }
        return shared > 1 ? 25 : 0
    }

    /// The short one is one word of the long one, and no `Ali` or `Siti`.
    private func isCalled(_ short: [String], _ long: [String]) -> Bool {
        short.count == 1 && short[0].utf8.count > 5 && long.contains(short[0])
    }

    /// Facts that make two cases one person's; nil where they are not enough.
    func samePerson(place: Placing) -> [JoinFact]? {
        for own in first {
            for other in second {
                if let facts = samePerson(own, other, place) { return facts }
            }
        }
        return nil
    }

    private func samePerson(
        _ own: CaseSignature.KnownPerson, _ other: CaseSignature.KnownPerson, _ place: Placing
    ) -> [JoinFact]? {
        let common = own.wordsShared(with: other)
        guard common > 0 else { return nil }
        let name = JoinFact(.sameName, tenths: 15 * min(4, common))
        let here = JoinFact(.samePlace, tenths: place == .district ? 30 : 0)
        switch (own.age, other.age) {
        // Birthdays fall between two reports.
        case (let x?, let y?):
            guard abs(x - y) <= 1, place != .otherState || common > 2 else { return nil }
            return [name, JoinFact(.sameAge, tenths: 30), here]
        case (nil, _), (_, nil):
            guard place == .district || common > 2 && place != .otherState else { return nil }
            return [name, here]
        }
    }
}

extension CaseSignature.KnownPerson {
    /// By a name of two words or more.
    fileprivate var isNamed: Bool { name.count > 1 }

    /// How many words the longest name has by which both are called; 0 where there is none.
    ///
    /// One paper prints the name and another the alias. Two aliases alone are not enough where both have names of their own:
    /// in one district there are many called Abang Long.
    fileprivate func wordsShared(with other: CaseSignature.KnownPerson) -> Int {
        var pairs = [(name, other.name)] + aliases.map { ($0, other.name) } + other.aliases.map { (name, $0) }
        if !isNamed || !other.isNamed {
            pairs += aliases.flatMap { own in other.aliases.map { (own, $0) } }
        }
        return pairs.filter(isSameName).map { min($0.count, $1.count) }.max() ?? 0
    }
}

/// How the places of two cases stand to each other, as far as persons are concerned.
enum Placing { case district, unknown, otherState }

/// One name holds all words of the other, in whatever order, each in a spelling that papers use for it.
func isSameName(_ a: [String], _ b: [String]) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard short.count > 1 else { return false }
    let spellings = Set(long.map(nameSpelling(of:)))
    return short.allSatisfy { spellings.contains(nameSpelling(of: $0)) }
}

/// A word of a name as papers may spell it: `Noor` and `Nur`, `Hasnah` and `Hasna`, `Yusoff` and `Yusof`, `Syed` and `Sayed`.
/// Too coarse to be a key; it serves to compare two persons of one place or age.
func nameSpelling(of word: String) -> String {
    var letters: [UInt8] = []
    for byte in (usualSpellings[word] ?? word).utf8 {
        let letter = alikeLetters[byte] ?? byte
        if letters.last != letter { letters.append(letter) }
    }
    while letters.count > 3, letters.last == UInt8(ascii: "h") { letters.removeLast() }
    return String(decoding: letters, as: UTF8.self)
}

/// Letters that are heard alike; doubled ones are one.
private let alikeLetters: [UInt8: UInt8] = [
    UInt8(ascii: "o"): UInt8(ascii: "u"), UInt8(ascii: "y"): UInt8(ascii: "i"), UInt8(ascii: "q"): UInt8(ascii: "k"),
    UInt8(ascii: "v"): UInt8(ascii: "w"), UInt8(ascii: "z"): UInt8(ascii: "d"),
]

private let usualSpellings: [String: String] = [
    "abd": "abdul", "abdull": "abdul", "nor": "nur", "noor": "nur", "nurul": "nur", "st": "siti", "sity": "siti",
    "ahmed": "ahmad", "acmad": "ahmad", "che": "cik", "sayed": "syed", "sharifah": "syarifah",
    "tg": "tengku", "tunku": "tengku",
]
