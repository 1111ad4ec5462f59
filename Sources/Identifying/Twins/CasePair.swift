import Model
import Text

/// Two cases under comparison.
///
/// Facts are weighed in tenths of a point. Among 636 texts with 24 events told 61 times, no two different events with dates
/// reach more than 47, and of the pairs of one event that share a key nine in ten lie above 60.
struct CasePair {
    let a: CaseSignature
    let b: CaseSignature
    private let sharedKinds: Set<EventKind>
    private let persons: PersonPair

    /// From here on two articles are joined.
    static let bar = 60
    /// Two households in want in one village are two cases, so there a little more is asked.
    static let hardshipBar = 65
    /// What is asked besides where the persons are others.
    static let othersMore = 25
    /// From here on a reviewer is asked.
    static let offerBar = 38

    init(_ a: CaseSignature, _ b: CaseSignature) {
        (self.a, self.b) = (a, b)
        sharedKinds = a.kinds.intersection(b.kinds)
        persons = PersonPair(a.persons, b.persons)
    }

    // MARK: Wording

    /// At most 12 of 64 bits, fewer for short texts, and no fact that says otherwise: counts of flood victims are copies of
    /// each other but for the place.
    var nearCopy: CaseLink? {
        let shingles = min(a.wording.shingles, b.wording.shingles)
        let limit = shingles >= 60 ? 12 : shingles >= 25 ? 8 : shingles >= 10 ? 4 : -1
        let distance = a.wording.distance(to: b.wording)
        guard distance <= limit, !placesDiffer, persons.names != .differ || persons.ages == .agree else { return nil }
        return CaseLink(.nearCopy, [JoinFact(.sameWording, tenths: Self.bar + 5 * (limit - distance))])
    }

    // MARK: Persons

    /// A name of two words or more on both sides, the same age, no other state. Without an age on one side the district must
    /// be the same, or the name long.
    ///
    /// Joined where more than the name says that it is one person: many an Ahmad bin Ali of one age lives in one state, and
    /// joined with a namesake a widow's need is no longer seen. Else a reviewer is asked.
    var samePerson: CaseLink? {
        let isElsewhere = statesDiffer && !isOnlyOfNewsroom
        let place = sharesDistrict ? Placing.district : isElsewhere ? Placing.otherState : Placing.unknown
        guard let facts = persons.samePerson(place: place) else { return nil }
        let isLong = persons.longestSharedName > 2
        // Nobody else is called Rekaan Contoh Ab Ujian.
        let isUnique = persons.longestSharedName > 3 && place != .otherState
        let isRecent = (days(a.anyDay, b.anyDay) ?? 0) <= Self.daysOfFollowUp
        // Of the same matter: a headline, a dozen words, a road.
        let matter = things.tenths + title.tenths + properNames.tenths
        let isSure: Bool
        switch (sharesDistrict, persons.ages == .agree || persons.ages == .close) {
        case (true, true): isSure = isRecent || isLong || matter >= 10
        case (true, false): isSure = isRecent && (isLong || matter >= 10) || matter >= 30
        case (false, true): isSure = isRecent && (isLong && !isElsewhere || matter >= 15) || matter >= 30
        case (false, false): isSure = matter >= (isRecent && isLong ? 10 : 30)
        }
        return CaseLink(.samePerson, facts, isSure: isSure || isUnique)
    }

    /// Papers come back to a case for weeks; later a namesake is as likely.
    private static let daysOfFollowUp = 60

    // MARK: Place and time

    private var statesDiffer: Bool {
        if let x = a.stateCode, let y = b.stateCode { x != y } else { false }
    }

    private var placesDiffer: Bool {
        if let x = a.districtCode, let y = b.districtCode { x != y } else { statesDiffer }
    }

    private var sharesDistrict: Bool { a.districtCode != nil && a.districtCode == b.districtCode }
    private var sharesState: Bool { a.stateCode != nil && a.stateCode == b.stateCode }
    private var sharesLocality: Bool { !a.localities.isDisjoint(with: b.localities) }

    /// A village that the other side names without its `Kampung`; in another state the same two words are somebody's name.
    private var sharesVillage: Bool {
        !a.localityPairs.isDisjoint(with: b.properPairs) || !b.localityPairs.isDisjoint(with: a.properPairs)
    }

    private var isMentioned: Bool {
        a.districtCode.map(b.mentionedDistricts.contains) ?? false
            || b.districtCode.map(a.mentionedDistricts.contains) ?? false
    }

    /// One paper writes from its office of what the other tells from where it happened. A state's capital stands for its
    /// state only; from the newsrooms around Kuala Lumpur the whole country is told.
    private var isOnlyOfNewsroom: Bool {
        [a, b].contains { $0.isPlacedByNewsroom && (!statesDiffer || CasePair.centre.contains($0.stateCode ?? "")) }
    }

    /// Selangor, Kuala Lumpur, Putrajaya.
    private static let centre: Set<String> = ["MY-10", "MY-14", "MY-16"]

    private var place: JoinFact {
        if sharesLocality { return JoinFact(.samePlace, tenths: placesDiffer ? 20 : 30) }
        if sharesVillage, !statesDiffer { return JoinFact(.samePlace, tenths: placesDiffer ? 15 : 27) }
        if let town = a.town, town == b.town { return JoinFact(.samePlace, tenths: placesDiffer ? 10 : 27) }
        // Two reports from one newsroom may tell of two ends of the country.
        if sharesDistrict {
            return JoinFact(.samePlace, tenths: a.isPlacedByNewsroom && b.isPlacedByNewsroom ? 15 : 20)
        }
        // The dateline of a state's capital, or the home of the dead: one paper's place is named in the other's report.
        if isMentioned { return JoinFact(.samePlace, tenths: 10) }
        if statesDiffer { return JoinFact(.otherPlace, tenths: isOnlyOfNewsroom ? -10 : -40) }
        if placesDiffer, !isOnlyOfNewsroom { return JoinFact(.otherPlace, tenths: -10) }
        return JoinFact(.samePlace, tenths: sharesState ? 5 : 0)
    }

    /// Kampung Rekaan here and Taman Contoh there, in one district.
    private var otherLocality: JoinFact {
        let isElsewhere = LocalityKind.allCases.contains { kind in
            let own = kind.words(of: a.localities)
            let other = kind.words(of: b.localities)
            return !own.isEmpty && !other.isEmpty && own.isDisjoint(with: other)
        }
        return JoinFact(.otherPlace, tenths: isElsewhere && !sharesLocality ? -12 : 0)
    }

    /// nil where the days are too far apart. A day that the text tells counts more than that of the paper, but a weekday
    /// is easily misread, so papers of the same days are no proof against.
    private var time: JoinFact? {
        let published = days(a.publishedDay, b.publishedDay)
        guard let apart = days(a.eventDay, b.eventDay) ?? published ?? days(a.anyDay, b.anyDay) else {
            return JoinFact(.noDate, tenths: -7)
        }
        if apart <= 1 { return JoinFact(.sameDays, tenths: apart == 0 ? 20 : 15) }
        let nearest = min(apart, published ?? apart)
        let farthest = max(apart, published ?? apart)
        let isRare = sharedKinds.contains(where: \.isRare)
        if nearest <= 4, farthest <= 7 { return JoinFact(.sameDays, tenths: isRare ? 10 : 5) }
        // The dead of a landslide are found for weeks.
        if nearest <= 4 || farthest <= 30 && isRare {
            return JoinFact(.sameDays, tenths: 0)
        }
        return farthest <= 14 && things.tenths >= 50 ? JoinFact(.otherDays, tenths: -10) : nil
    }

    private func days(_ x: Int?, _ y: Int?) -> Int? {
        if let x, let y { abs(x - y) } else { nil }
    }

    // MARK: Event

    /// What speaks for one event, where it is enough to be joined or offered.
    var sameEvent: CaseLink? {
        guard let facts = eventFacts else { return nil }
        let sum = facts.reduce(0) { $0 + $1.tenths }
        // A place and a day alone are nothing.
        guard sum >= Self.offerBar, sum - place.tenths - max(0, time?.tenths ?? 0) >= Self.offerBar / 3 else {
            return nil
        }
        let isHardship = a.kind == .hardship && b.kind == .hardship && !sharedKinds.contains { $0.weight >= 1 }
        // Two who drowned in one district in one week are told of in the same words of trade: of 45 such pairs six reached the
        // bar. Where both name and age are another's, more is asked.
        let areOthers = persons.areOthers && !isMassEvent
        let bar = (isHardship && !sharesHeadline ? Self.hardshipBar : Self.bar) + (areOthers ? Self.othersMore : 0)
        return CaseLink(.sameEvent, facts, isSure: sum >= bar)
    }

    /// nil where the days rule a common event out.
    var eventFacts: [JoinFact]? {
        guard let time else { return nil }
        return [
            kind, place, time, title, things, otherThings, otherLocality, properNames,
            persons.fact(isMassEvent: isMassEvent),
        ]
    }

    /// A landslide here and a landslide somewhere are two; only the place makes the kind tell.
    private var kind: JoinFact {
        let weight = sharedKinds.map(\.weight).max() ?? 0
        return JoinFact(.sameEvent, tenths: Int((place.tenths >= 10 ? 8 : 2.4) * weight))
    }

    /// Papers tell one disaster by many victims.
    private var isMassEvent: Bool { sharedKinds.contains(where: \.isRare) }

    /// The words of one cannot stand in the other.
    private var areInTwoLanguages: Bool { (a.language == .english) != (b.language == .english) }

    /// Two reports of anything share a fifth of what they speak of; what is beyond tells.
    private var things: JoinFact {
        let telling = a.things.shared(with: b.things, atLeast: 1.5)
        // Two reports of two house fires share a dozen ordinary words; a few of them count, more where more is shared besides.
        let shared = telling + min(a.things.shared(with: b.things) - telling, telling + 1)
        let part = areInTwoLanguages ? a.things.coverAcrossLanguages(with: b.things) : a.things.cover(with: b.things)
        let cover = max(0, part - 0.2)
        return JoinFact(.sameThings, tenths: min(60, Int(11.5 * shared * cover)))
    }

    /// A lorry here and a van there, a Nepali here and a Bangladeshi there.
    private var otherThings: JoinFact {
        JoinFact(.otherThings, tenths: -8 * min(2, a.things.contradictions(to: b.things)))
    }

    /// One headline in two papers, or in two languages.
    private var sharesHeadline: Bool {
        a.titleThings.cover(with: b.titleThings) >= 0.9 && a.titleThings.shared(with: b.titleThings) >= 4
    }

    private var title: JoinFact {
        let shared = a.titleThings.shared(with: b.titleThings)
        let cover = a.titleThings.cover(with: b.titleThings)
        return JoinFact(.sameTitle, tenths: min(30, Int(5 * shared * cover)) + (sharesHeadline ? 25 : 0))
    }

    private var properNames: JoinFact {
        JoinFact(.sameProperNames, tenths: min(15, 5 * a.properPairs.intersection(b.properPairs).count))
    }
}

extension CaseSignature {
    fileprivate var anyDay: Int? { publishedDay ?? eventDay }
}
