public import Model

/// One article of the newsroom: invented from its first word to its last, with what a careful reader would say of it.
public struct InventedArticle: Hashable, Sendable {
    /// Unique; the name of its file without `.md`.
    public var id: String
    /// Which outlets print it; more than one for an agency's text.
    public var outlets: [SourceID]
    public var language: Language
    /// As the outlet prints it, hostile characters and all.
    public var title: String
    public var author: String?
    /// How long before the newsroom's `now` it was published.
    public var age: TimeSpan
    /// The part of the paper, such as `kelantan` or `nation`; a part of its address.
    public var section: String
    public var label: Label
    /// The first is the one to act on; empty for a trap.
    public var needs: [Need]
    /// nil for a trap.
    public var urgency: Urgency?
    /// Ties the tellings of one event together; nil where it is told once.
    public var event: String?
    /// What a trap is, or which disguise a lead wears.
    public var trap: Trap?
    /// Whom it is about, first the one in need. Speakers are left out.
    public var persons: [Person]
    /// `MY-01`...`MY-16`; nil for what happened nowhere in Malaysia.
    public var state: String?
    public var district: String?
    /// Under the photograph, and on some pages once more above the text.
    public var caption: String?
    /// What the feed says; nil where the outlet cuts it from the first paragraph.
    public var summary: String?
    public var paragraphs: [String]

    /// Does it point to a person or household in Malaysia, named or traceable, with a need that is open now?
    public enum Label: String, Hashable, Sendable, CaseIterable {
        case yes, borderline, no
    }

    /// Kinds of article that look like a lead.
    public enum Trap: String, Hashable, Sendable, CaseIterable {
        case foreign
        case policyStatistics = "policy_stats"
        case crimeCourt = "crime_court"
        case accidentNoPerson = "accident_no_person"
        case politics, sport
        case alreadyHelped = "already_helped"
        case viralClip = "viral_clip"
        case business
        case launchCeremony = "launch_ceremony"
        case entertainment
        case successStory = "success_story"
        case celebrity
        case medicalAdvice = "medical_advice"
        case weatherTraffic = "weather_traffic"
        case lifestyle
        case obituaryVIP = "obituary_vip"
        case opinion, education
        case scamFraud = "scam_fraud"
        case fakeNews = "fake_news"
        case religion
        case jobAd = "job_ad"
    }

    public struct Person: Hashable, Sendable {
        /// As printed.
        public var name: String
        /// In years.
        public var age: Int?
        public init(name: String, age: Int? = nil) { (self.name, self.age) = (name, age) }
    }

    public init(
        id: String, outlets: [SourceID], language: Language, title: String, author: String? = nil, age: TimeSpan,
        section: String, label: Label, needs: [Need] = [], urgency: Urgency? = nil, event: String? = nil,
        trap: Trap? = nil, persons: [Person] = [], state: String? = nil, district: String? = nil,
        caption: String? = nil, summary: String? = nil, paragraphs: [String]
    ) {
        (self.id, self.outlets, self.language, self.title, self.author) = (id, outlets, language, title, author)
        (self.age, self.section, self.label, self.needs, self.urgency) = (age, section, label, needs, urgency)
        (self.event, self.trap, self.persons) = (event, trap, persons)
        (self.state, self.district, self.caption) = (state, district, caption)
        (self.summary, self.paragraphs) = (summary, paragraphs)
    }

    /// Paragraphs separated by a line feed.
    public var text: String { paragraphs.joined(separator: "\n") }

    /// The event, or the article itself where it is told once: what should become one lead.
    public var eventOrSelf: String { event ?? id }
}
