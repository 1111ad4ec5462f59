public import Model
public import Text

/// What of an article is compared to tell whether another one tells of the same case: small, and made once.
public struct CaseSignature: Hashable, Sendable {
    /// Somebody the article is about, as far as it helps to know them again.
    public struct KnownPerson: Hashable, Sendable {
        /// Words of the name's key (``nameKey(of:)``); empty where no name is given.
        public var name: [String]
        /// What else they are called, as `name`: two words or more each, for every village has its Pak Mat; none is the name.
        public var aliases: [[String]]
        public var age: Int?
        /// A subject, kin or the dead, not a bystander or a speaker.
        public var isCentral: Bool
    }

    public var canonicalURL: String
    public var wording: SimHash
    public var persons: [KnownPerson]
    public var stateCode: String?
    public var districtCode: String?
    /// Districts named in the first paragraphs, the event's among them.
    var mentionedDistricts: Set<String>
    /// Only the dateline of a paper's office says where it happened.
    var isPlacedByNewsroom: Bool
    /// The place of the event below its district, in one spelling; nil for a highway.
    public var town: String?
    /// Villages, roads and estates, each in one spelling.
    public var localities: Set<String>
    /// Of the villages and estates, pairs of words as in `properPairs`.
    var localityPairs: Set<UInt64>
    /// The day it happened, as days since 1970; nil where the text gives none.
    public var eventDay: Int?
    /// The day it was published, as days since 1970.
    public var publishedDay: Int?
    var kinds: Set<EventKind>
    /// Hashes of pairs of capitalised words: roads, shops, makes of cars, people.
    var properPairs: Set<UInt64>
    /// What title and first paragraphs speak of.
    var things: CaseFeatures
    /// What the title alone speaks of.
    var titleThings: CaseFeatures
    var kind: LeadKind
    /// The article's.
    public var language: Language

    public init(article: Article, identification: Identification, score: Score, using gazetteer: Gazetteer) {
        let title = Passage(article.title, field: .title)
        let text = Passage(article.text, field: .text)
        canonicalURL = article.canonicalURL
        wording = SimHash(of: article.text)
        persons = identification.persons.compactMap(KnownPerson.init)
        stateCode = identification.place?.stateCode
        districtCode = identification.place?.districtCode
        let mentions = [title, text].map {
            PlaceFinder(gazetteer: gazetteer, passage: $0, farthest: CaseSignature.farthestPlace).mentions()
        }
        mentionedDistricts = CaseSignature.districts(of: mentions.joined())
        isPlacedByNewsroom = CaseSignature.isNewsroom(identification.place?.evidence, in: text, mentions: mentions[1])
        town = identification.place?.locality.flatMap { localityKey(of: $0) }
        localities = localityKeys(in: title).union(localityKeys(in: text))
        localityPairs = namePairs(ofLocalitiesIn: title).union(namePairs(ofLocalitiesIn: text))
        eventDay = identification.eventDay.map { Int($0.instant.dayNumber) }
        // A feed may date an item in the future; it was not published after it was seen.
        publishedDay = article.published.flatMap { $0.precision.isDay ? Int(article.effectiveDate.dayNumber) : nil }
        kinds = EventKind.kinds(in: [title, text])
        properPairs = CaseSignature.properPairs(in: text)
        if !title.isInTitleCase { properPairs.formUnion(CaseSignature.properPairs(in: title)) }
        things = CaseFeatures([title, text], farthest: CaseSignature.farthestWord, using: gazetteer)
        titleThings = CaseFeatures([title], farthest: CaseSignature.farthestWord, using: gazetteer)
        kind = score.kind
        language = article.language
    }

    /// Of each passage; about the first six paragraphs.
    private static let farthestWord = 160

    /// A long text has many names; the first ones are what it is about.
    private static let mostPairs = 40

    /// Only names that mean one place, for there are a dozen Kampung Baru.
    private static func districts(of mentions: some Sequence<PlaceMention>) -> Set<String> {
        var found: Set<String> = []
        for mention in mentions where !mention.isOfBody && !mention.isHospital {
            let districts = Set(mention.entries.compactMap(\.district))
            if districts.count == 1 { found.formUnion(districts) }
        }
        return found
    }

    /// Whether a place rests on the dateline of a newsroom's town that the text does not name again.
    private static func isNewsroom(_ evidence: Evidence?, in text: Passage, mentions: [PlaceMention]) -> Bool {
        let dateline = mentions.first { $0.isDateline && text.evidence(of: $0.words) == evidence }
        guard let dateline, dateline.entries.contains(where: \.hasNewsroom) else { return false }
        return !mentions.contains {
            !$0.isDateline && !$0.isOfBody && !Set($0.entries).isDisjoint(with: dateline.entries)
        }
    }

    private static let farthestPlace = 80

    private static func properPairs(in passage: Passage) -> Set<UInt64> {
        var pairs: Set<UInt64> = []
        let words = passage.words
        for index in words.indices.dropFirst() where pairs.count < mostPairs {
            let (first, second) = (words[index - 1], words[index])
            guard first.isCapitalised, second.isCapitalised, second.gap.isPlain,
                !officeWords.contains(first.folded), !officeWords.contains(second.folded)
            else { continue }
            pairs.insert(pairHash(first, second))
        }
        return pairs
    }

    /// Words of posts and bodies, which every report of a district holds.
    private static let officeWords: Set<String> = [
        "ketua", "polis", "daerah", "asisten", "komisioner", "superintendan", "superintenden", "datuk", "seri",
        "jabatan",
        "bomba", "penyelamat", "malaysia", "jbpm", "pengarah", "balai", "negeri", "hospital", "menteri", "perdana",
        "utusan",
        "online", "sinar", "harian", "kuala", "lumpur", "seksyen", "akta", "kanun", "keseksaan", "pengangkutan",
        "jalan",
        "tan", "sri", "dato", "facebook", "twitter", "instagram", "telegram", "majoriti", "anwar", "ibrahim",
    ]
}

extension CaseSignature.KnownPerson {
    /// nil for those who tell nothing of the case: speakers, and persons without name and age.
    fileprivate init?(_ person: Person) {
        let name = person.name.map(Self.words(of:)) ?? []
        let aliases = person.aliases.map(Self.words(of:)).filter { $0.count > 1 && $0 != name }
        guard person.role != .speaker, !name.isEmpty || person.age != nil else { return nil }
        let isCentral = person.role != .accused && person.role != .otherAffected
        let age = person.age.flatMap { $0.isEstimate ? nil : $0.years }
        self.init(name: name, aliases: aliases, age: age, isCentral: isCentral)
    }

    private static func words(of name: String) -> [String] { nameKey(of: name).split(separator: " ").map(String.init) }
}

extension Instant {
    /// Days since 1970 on Malaysia's calendar.
    fileprivate var dayNumber: Int64 { (seconds + Int64(CivilTime.malaysia) * 60).floorDivided(by: 86_400) }
}

// MARK: Finding candidates

extension CaseSignature {
    /// Keys by which a store finds the few cases worth comparing: two that join share at least one. Each begins with what
    /// it is made of (`text:`, `name:`, `age:`, `event:`); some hold names, so the store keys them with its secret.
    public var blockingKeys: [String] {
        var keys = ["url:" + canonicalURL] + wording.anchors.map { "text:" + String($0, radix: 16) }
        for name in persons.flatMap({ [$0.name] + $0.aliases }) where name.count > 1 {
            keys.append("name:" + name.sorted().joined(separator: " "))
            // Papers shorten names from the end, so the first two words find the longer form.
            if name.count > 2 { keys.append("name:" + name.prefix(2).sorted().joined(separator: " ")) }
        }
        keys += things.tellingKeys.map { "thing:" + String($0, radix: 16) }
        for kind in kinds.sorted(by: { $0.rawValue < $1.rawValue }) {
            if let stateCode, kind.isRare { keys += months.map { "event:\(kind.rawValue):\(stateCode):\($0)" } }
            if let districtCode { keys += months.map { "event:\(kind.rawValue):\(districtCode):\($0)" } }
            for locality in localities.sorted() { keys += months.map { "event:\(kind.rawValue):\(locality):\($0)" } }
        }
        return keys
    }

    /// Two periods of 30 days that overlap by half, so that two days within 15 share one. A case without a date has neither
    /// and meets the others by wording and names.
    private var months: [String] {
        guard let day = eventDay ?? publishedDay else { return ["undated"] }
        return ["undated", "a\(day / 30)", "b\((day + 15) / 30)"]
    }
}
