/// Every setting there is: the parser of `config.yaml`, `pantau info` and the table in the README come from this list.
public enum SettingKey: String, CaseIterable, Sendable {
    case language = "lang"
    case user = "user"
    case database = "db"
    case feeds = "feeds"
    case lexicons = "lexicons"
    case contact = "contact"
    case gap = "crawl.gap"
    case timeout = "crawl.timeout"
    case parallel = "crawl.parallel"
    case failOver = "crawl.fail-over"
    case promising = "crawl.promising"
    case allowHosts = "crawl.allow-hosts"
    case proxy = "crawl.proxy"
    case authorities = "crawl.ca-file"
    case pollsPerDay = "schedule.polls-per-day"
    case archive = "archive.enabled"
    case archiveFolder = "archive.folder"
    case archiveKeep = "archive.keep"
    case lease = "review.lease"
    case hold = "review.hold"
    case instance = "export.instance"
    case consumers = "export.consumers"
    case dedupeKeys = "export.dedupe-keys"

    /// What a value looks like, for messages and tables.
    public var kind: String {
        switch self {
        case .language: "ms or en"
        case .user: "a short name"
        case .database, .authorities, .consumers, .dedupeKeys: "a file"
        case .feeds, .lexicons, .archiveFolder: "a folder"
        case .contact: "a web or mail address"
        case .gap, .timeout, .archiveKeep, .lease, .hold: "a duration"
        case .archive: "on or off"
        case .parallel: "1 to 256"
        case .pollsPerDay: "1 to 144"
        case .failOver, .promising: "a percentage"
        case .allowHosts: "a list of host:port"
        case .proxy: "a web address"
        case .instance: "a urn"
        }
    }

    /// What holds where nothing is set, as one would write it.
    public var defaultText: String {
        switch self {
        case .language: "from the environment, else en"
        case .user: "the name of the login"
        case .database: "pantau.db in the data folder"
        case .feeds, .lexicons: "those built in"
        case .contact: "none"
        case .gap: "2s"
        case .timeout: "30s"
        case .parallel: "64"
        case .pollsPerDay: "24"
        case .failOver, .promising: "50%"
        case .allowHosts, .proxy, .dedupeKeys: "none"
        case .authorities: "those of the system"
        case .archive: "off"
        case .archiveFolder: "archive beside the database"
        case .archiveKeep: "30d"
        case .lease: "15m"
        case .hold: "30m"
        case .instance: "urn:pantau:local"
        case .consumers: "consumers.yaml in the config folder"
        }
    }

    /// One line on why one would set it.
    public var purpose: String {
        switch self {
        case .language: "the language of screens and messages; JSON is never translated"
        case .user: "the name on decisions"
        case .database: "where leads and their evidence are kept"
        case .feeds: "the folder of source files"
        case .lexicons: "the folder of rules, places and names"
        case .contact: "told to every host in the User-Agent, so that a webmaster can reach a person"
        case .gap: "the least time between two requests to one host; robots.txt may ask for more"
        case .timeout: "the most one fetch may take, with all its redirects"
        case .parallel: "hosts visited at once"
        case .failOver: "exit 3 when a larger part of the sources fails"
        case .promising: "how much of the threshold title and summary must reach where a source says `fetch: promising`"
        case .allowHosts: "private addresses that may be fetched, such as an intranet feed"
        case .pollsPerDay:
            "polls of a source on average, where its file sets none: busy ones get more, quiet ones fewer"
        case .archive: "keeps every page as it came, unmasked, so that a reading can be checked; off on laptops"
        case .archiveFolder: "where pages are kept; only its owner may enter it"
        case .archiveKeep: "pages older than this are removed at the end of a crawl"
        case .proxy:
            "a proxy for all requests, such as http://proksi.example:3128; those of the environment are not used"
        case .authorities: "certificate authorities (PEM) that count besides those of the system, for an intranet's own"
        case .lease: "how long a lead stays claimed without activity"
        case .hold: "how long an accepted lead can still be undone before it may leave"
        case .instance: "who we are in exported events"
        case .consumers: "who gets prospects, how, and what they may see"
        case .dedupeKeys: "keys shared with other agencies, to know a person helped elsewhere without naming anybody"
        }
    }
}
