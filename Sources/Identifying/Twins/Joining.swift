public import Model
import Text

/// Why two articles tell of one case, or nil where they do not or where it is not sure enough.
///
/// Symmetric. A different name or age of a victim speaks against a common event, unless wording or other facts outweigh it.
public func joinReason(_ a: CaseSignature, _ b: CaseSignature) -> JoinReason? {
    if !a.canonicalURL.isEmpty, a.canonicalURL == b.canonicalURL { return .sameURL }
    let pair = CasePair(a, b)
    if pair.isNearCopy { return .nearCopy }
    if pair.isSamePerson { return .samePerson }
    if pair.isSameEvent { return .sameEvent }
    return nil
}

/// Whether two cases that are not joined may be one event: something to offer to a reviewer, not to do.
public func mayBeSameEvent(_ a: CaseSignature, _ b: CaseSignature) -> Bool {
    joinReason(a, b) == nil && (CasePair(a, b).eventWeight ?? 0) >= 4
}

/// Two cases under comparison.
struct CasePair {
    private let a: CaseSignature
    private let b: CaseSignature
    private let sharedKinds: Set<EventKind>

    init(_ a: CaseSignature, _ b: CaseSignature) {
        (self.a, self.b) = (a, b)
        sharedKinds = a.kinds.intersection(b.kinds)
    }

    // MARK: Wording

    /// At most 12 of 64 bits, fewer for short texts, and no fact that says otherwise: counts of flood victims are copies of
    /// each other but for the place.
    var isNearCopy: Bool {
        let shingles = min(a.wording.shingles, b.wording.shingles)
        let limit = shingles >= 60 ? 12 : shingles >= 25 ? 8 : shingles >= 10 ? 4 : -1
        guard a.wording.distance(to: b.wording) <= limit else { return false }
        return !placesDiffer && (names == .differ ? ages == .agree : true)
    }

    // MARK: Persons

    private enum Agreement { case agree, differ, unknown }

    /// A name of two words or more on both sides, the same age, no other district. Without an age on one side the district
    /// must be the same, or the name long.
    var isSamePerson: Bool {
        for first in a.persons where first.name.count > 1 && first.isCentral {
            for second in b.persons where second.name.count > 1 && second.isCentral {
                guard isSameName(first.name, second.name) else { continue }
                let common = min(first.name.count, second.name.count)
                switch (first.age, second.age) {
                // Birthdays fall between two reports.
                case (let x?, let y?): if abs(x - y) <= 1, !statesDiffer || common > 2 { return true }
                case (nil, _), (_, nil):
                    if a.districtCode != nil && a.districtCode == b.districtCode || common > 2 && !statesDiffer {
                        return true
                    }
                }
            }
        }
        return false
    }

    /// One name holds all words of the other.
    private func isSameName(_ a: [String], _ b: [String]) -> Bool {
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        return short.count > 1 && short.allSatisfy(long.contains)
    }

    private var ages: Agreement {
        let first = Set(a.persons.filter(\.isCentral).compactMap(\.age))
        let second = Set(b.persons.filter(\.isCentral).compactMap(\.age))
        if first.isEmpty || second.isEmpty { return .unknown }
        return first.isDisjoint(with: second) ? .differ : .agree
    }

    private var names: Agreement {
        let first = a.persons.filter { $0.isCentral && !$0.name.isEmpty }.map(\.name)
        let second = b.persons.filter { $0.isCentral && !$0.name.isEmpty }.map(\.name)
        if first.isEmpty || second.isEmpty { return .unknown }
        let agree = first.contains { x in second.contains { isSameName(x, $0) || (x == $0) } }
        return agree ? .agree : .differ
    }

    // MARK: Place and time

    private var statesDiffer: Bool {
        if let x = a.stateCode, let y = b.stateCode { x != y } else { false }
    }

    private var placesDiffer: Bool {
        if let x = a.districtCode, let y = b.districtCode { x != y } else { statesDiffer }
    }

    private var sharesLocality: Bool { !a.localities.isDisjoint(with: b.localities) }

    /// Days between the two events; nil where a date is missing. A day told by the text counts more than that of the paper.
    private var daysApart: Int? {
        if let x = a.eventDay, let y = b.eventDay { return abs(x - y) }
        if let x = a.publishedDay ?? a.eventDay, let y = b.publishedDay ?? b.eventDay { return abs(x - y) }
        return nil
    }

    // MARK: Event

    /// Facts are weighed: kind, place, day, ages, names, other proper nouns, the title's words. 6.5 is enough: among 636 texts
    /// with 24 events told 61 times no two different events reach more than 6.0, and dated tellings of one lie above 7.
    var isSameEvent: Bool {
        // Two households in want in one village are two cases, so there a little more is asked.
        let isHardship = a.kind == .hardship && b.kind == .hardship
        return (eventWeight ?? 0) >= (isHardship ? 7 : 6.5)
    }

    /// nil where kind, place or day rule a common event out.
    var eventWeight: Double? {
        guard !sharedKinds.isEmpty, placeWeight > 0, let time = timeWeight else { return nil }
        return kindWeight + placeWeight + time + personWeight + wordWeight
    }

    private var kindWeight: Double { sharedKinds.map(\.weight).max() ?? 0 }

    private var placeWeight: Double {
        if sharesLocality { return placesDiffer ? 2 : 3.5 }
        if let town = a.town, town == b.town { return placesDiffer ? 1 : 2.75 }
        if placesDiffer { return 0 }
        if a.districtCode != nil, a.districtCode == b.districtCode { return 2 }
        return a.stateCode != nil && a.stateCode == b.stateCode ? 0.5 : 0
    }

    /// nil where the days are too far apart.
    private var timeWeight: Double? {
        guard let days = daysApart else { return 0.75 }
        if days <= 1 { return days == 0 ? 2 : 1.5 }
        if days <= 4 { return 0.5 }
        // The dead of a landslide are found for weeks.
        return days <= 30 && sharedKinds.contains(where: \.isRare) ? 0 : nil
    }

    private var personWeight: Double {
        switch (ages, names) {
        case (.agree, .agree): 5
        case (.agree, .unknown), (.unknown, .agree), (.differ, .agree): 3
        case (.agree, .differ): 2
        case (.unknown, .unknown): 0
        case (.differ, .unknown): -3
        case (.unknown, .differ): -1
        case (.differ, .differ): -6
        }
    }

    private var wordWeight: Double {
        // Villages and roads count already.
        let pairs = min(sharesLocality ? 1.5 : 2.25, 0.75 * Double(a.properPairs.intersection(b.properPairs).count))
        let titles = Double(a.titleWords.intersection(b.titleWords).count)
        let shorter = Double(max(1, min(a.titleWords.count, b.titleWords.count)))
        return pairs + 3 * titles / max(4, shorter)
    }
}
