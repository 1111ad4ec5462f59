/// Where a lead stands in review. `inReview` is a flagged lead with a lease that has not run out; it is never stored.
public enum LeadState: Hashable, Sendable {
    case flagged
    case snoozed(until: Wake)
    case rejected(RejectReason)
    case merged(into: LeadID)
    case prospect(ref: String)

    /// The contract's code (taxonomies.json, review_state).
    public var code: String {
        switch self {
        case .flagged: "flagged"
        case .snoozed: "snoozed"
        case .rejected: "rejected"
        case .merged: "merged"
        case .prospect: "prospect"
        }
    }
}

/// What brings a snoozed lead back.
public enum Wake: Hashable, Sendable {
    case at(Instant)
    case newArticle
    /// When the score has risen by so many points over the score it had.
    case scoreAbove(Int)
}

/// Why a lead came back to the queue by itself.
public enum ReturnReason: String, Labelled {
    case time
    case newArticle = "new-article"
    case higherScore = "higher-score"
    case moreUrgent = "more-urgent"

    public var labels: (en: String, ms: String) {
        switch self {
        case .time: ("its time has come", "masanya telah tiba")
        case .newArticle: ("a new article tells of it", "berita baharu mengenainya")
        case .higherScore: ("a new article raised its score", "berita baharu menaikkan skornya")
        case .moreUrgent: ("a new article made it more urgent", "berita baharu menjadikannya lebih segera")
        }
    }
}

/// A hold on a lead while somebody reads it. Ends by itself.
public struct Claim: Hashable, Sendable {
    public var by: Actor
    public var until: Instant
    public init(by: Actor, until: Instant) { (self.by, self.until) = (by, until) }
}

/// Why a lead is not taken. Kept apart so that the precision of a rule can be measured: see `signal`.
public enum RejectReason: String, Labelled {
    case notAPerson = "not-a-person"
    case notInNeed = "not-in-need"
    case alreadyHelped = "already-helped"
    case outsideMalaysia = "outside-malaysia"
    case oldNews = "old-news"
    case duplicate
    case notEnoughInfo = "not-enough-info"
    case doubtful
    case otherTopic = "other-topic"
    case protected
    case other

    public var labels: (en: String, ms: String) {
        switch self {
        case .notAPerson: ("Not about a person or family in need", "Bukan kes individu atau keluarga")
        case .notInNeed: ("No need for help", "Tiada keperluan bantuan")
        case .alreadyHelped: ("Already being helped or helped", "Sedang atau telah dibantu")
        case .outsideMalaysia: ("Outside Malaysia", "Di luar Malaysia")
        case .oldNews: ("Old news", "Berita lama")
        case .duplicate: ("Duplicate of another lead", "Pendua kes lain")
        case .notEnoughInfo: ("Cannot tell who or where", "Maklumat tidak mencukupi")
        case .doubtful: ("Doubtful or suspected scam", "Diragui atau disyaki penipuan")
        case .otherTopic:
            (
                "Other topic (crime, court, politics, sport, entertainment)",
                "Topik lain (jenayah, mahkamah, politik, sukan, hiburan)"
            )
        case .protected: ("Identity is protected; must not be processed", "Identiti dilindungi; tidak boleh diproses")
        case .other: ("Other (write a note)", "Lain-lain (tulis nota)")
        }
    }

    /// What brings a rejected lead back when another article of its case comes.
    public enum Comeback: Sendable {
        case never
        /// Any article that is no copy.
        case anyNews
        /// One that raises the score by ``Lead/telling`` points or the urgency.
        case telling
    }

    /// A person who was called too little known, helped already or an old story may be in need now; what was wrong, foreign
    /// or forbidden stays away.
    public var comeback: Comeback {
        switch self {
        case .notEnoughInfo: .anyNews
        case .notInNeed, .alreadyHelped, .oldNews, .doubtful: .telling
        case .notAPerson, .outsideMalaysia, .duplicate, .otherTopic, .protected, .other: .never
        }
    }

    /// What the rejection says of the scorer.
    public enum Signal: String, Sendable {
        case wrongFlag = "fp"
        case rightFlag = "tp"
        case none = "na"
    }

    public var signal: Signal {
        switch self {
        case .notAPerson, .notInNeed, .outsideMalaysia, .otherTopic: .wrongFlag
        case .alreadyHelped, .notEnoughInfo: .rightFlag
        case .oldNews, .duplicate, .doubtful, .protected, .other: .none
        }
    }
}
