/// Gathers the groups of a robots.txt line by line.
struct RobotsParser {
    private(set) var groups: [RobotsRules.Group] = []
    private(set) var sitemaps: [String] = []
    /// Whether a rule stands since the last `User-agent`: the next one begins a new group.
    private var hasRules = false

    private static let sitemapLimit = 1000

    private enum Key {
        case userAgent, allow, disallow, sitemap, crawlDelay

        /// Beginnings of keys, with the misspellings that Google's parser takes for what was meant.
        private static let spellings: [(String, Key)] = [
            ("user-agent", .userAgent), ("useragent", .userAgent), ("user agent", .userAgent), ("allow", .allow),
            ("disallow", .disallow), ("dissallow", .disallow), ("dissalow", .disallow), ("disalow", .disallow),
            ("diasllow", .disallow), ("disallaw", .disallow), ("sitemap", .sitemap), ("site-map", .sitemap),
            ("crawl-delay", .crawlDelay), ("crawldelay", .crawlDelay),
        ]

        init?(_ text: String) {
            guard let row = Key.spellings.first(where: { text.hasPrefix($0.0) }) else { return nil }
            self = row.1
        }
    }

    mutating func read(_ line: ArraySlice<UInt8>, number: Int) {
        guard let (name, value) = Self.split(line), let key = Key(String(decoding: name, as: UTF8.self).lowercased())
        else { return }
        switch key {
        case .userAgent: addAgent(value)
        case .allow: addRule(value, allows: true, line: number)
        case .disallow: addRule(value, allows: false, line: number)
        case .sitemap: if sitemaps.count < Self.sitemapLimit { sitemaps.append(String(decoding: value, as: UTF8.self)) }
        case .crawlDelay: setDelay(value)
        }
    }

    private mutating func addAgent(_ value: ArraySlice<UInt8>) {
        if hasRules || groups.isEmpty { groups.append(RobotsRules.Group()) }
        hasRules = false
        let last = groups.count - 1
        if value.first == UInt8(ascii: "*"), value.count == 1 || value[value.startIndex + 1].isRobotsBlank {
            groups[last].namesEverybody = true
            return
        }
        // The product token ends where something else begins: "Pantau/1.0" means Pantau.
        let token = value.prefix {
            (65...90).contains($0) || (97...122).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
        if !token.isEmpty { groups[last].agents.insert(String(decoding: token, as: UTF8.self).lowercased()) }
    }

    private mutating func addRule(_ value: ArraySlice<UInt8>, allows: Bool, line: Int) {
        guard !groups.isEmpty else { return }
        hasRules = true
        let pattern = RobotsPath.pattern(value)
        let last = groups.count - 1
        groups[last].rules.append(RobotsRule(allows: allows, pattern: pattern, line: line))
        // Allowing the index page of a folder allows the folder's own address too.
        if allows, let slash = pattern.utf8.lastIndex(of: UInt8(ascii: "/")),
            pattern[slash...].hasPrefix("/index.htm")
        {
            groups[last].rules.append(RobotsRule(allows: true, pattern: pattern[...slash] + "$", line: line))
        }
    }

    /// No rule in the sense of the RFC, so it does not end a row of `User-agent` lines.
    private mutating func setDelay(_ value: ArraySlice<UInt8>) {
        guard !groups.isEmpty, value.count <= 20, let seconds = Double(String(decoding: value, as: UTF8.self)),
            seconds.isFinite, seconds >= 0
        else { return }
        let last = groups.count - 1
        groups[last].crawlDelay = max(groups[last].crawlDelay ?? 0, seconds)
    }

    /// Key and value of a line, without comment and blanks; a NUL ends the line as it does for a C program.
    private static func split(_ line: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
        let text = line.prefix { $0 != UInt8(ascii: "#") && $0 != 0 }.trimmingRobotsBlanks
        let separator = text.firstIndex(of: UInt8(ascii: ":")) ?? soleBlank(in: text)
        guard let separator else { return nil }
        let key = text[..<separator].trimmingRobotsBlanks
        return key.isEmpty ? nil : (key, text[(separator + 1)...].trimmingRobotsBlanks)
    }

    /// Some forget the colon; that is understood where the line is two words.
    private static func soleBlank(in text: ArraySlice<UInt8>) -> Int? {
        guard let blank = text.firstIndex(where: { $0 == 32 || $0 == 9 }) else { return nil }
        let rest = text[blank...].drop { $0 == 32 || $0 == 9 }
        return rest.contains { $0 == 32 || $0 == 9 } ? nil : blank
    }
}

extension UInt8 {
    /// White space in the sense of C.
    fileprivate var isRobotsBlank: Bool { self == 32 || (9...13).contains(self) }
}

extension ArraySlice<UInt8> {
    fileprivate var trimmingRobotsBlanks: ArraySlice<UInt8> {
        let start = drop { $0.isRobotsBlank }
        let end = start.lastIndex { !$0.isRobotsBlank }.map { $0 + 1 } ?? start.startIndex
        return start[..<end]
    }
}
