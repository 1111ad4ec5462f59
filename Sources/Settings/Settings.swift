public import Model
public import Text

/// What the operator has set, with the defaults where nothing is set.
public struct Settings: Hashable, Sendable {
    public var language: ScreenLanguage?
    public var user: Actor?
    public var database: String?
    public var feeds: String?
    public var lexicons: String?
    public var contact: String?
    public var gap: TimeSpan = .seconds(2)
    public var timeout: TimeSpan = .seconds(30)
    public var parallel: Int = 64
    /// A part of one, 0...1.
    public var failOver: Double = 0.5
    /// Of the threshold, 0...1.
    public var promising: Double = 0.5
    /// Exact `host:port` pairs.
    public var allowHosts: [String] = []
    /// Polls of a source in a day, on average over those whose interval is learnt.
    public var pollsPerDay: Int = 24
    /// Whether answers are kept as they came.
    public var isArchiving: Bool = false
    public var archiveFolder: String?
    public var archiveKeep: TimeSpan = .days(30)
    public var retainUnreviewed: TimeSpan = .days(30)
    public var retainRejected: TimeSpan = .days(7)
    public var retainProspect: TimeSpan = .days(90)
    public var retainText: TimeSpan = .days(30)
    public var retainCopies: TimeSpan = .days(30)
    /// May hold a password.
    public var proxy: String?
    /// A PEM file.
    public var authorities: String?
    public var lease: TimeSpan = .minutes(15)
    public var hold: TimeSpan = .minutes(30)
    /// A command line; nil for what the environment offers.
    public var opener: String?
    /// Whether texts may be copied through the terminal.
    public var usesClipboard: Bool = true
    /// Of closed decisions, 0...1.
    public var secondLook: Double = 0.05
    public var keys = KeyBindings()
    public var instance: String = "urn:pantau:local"
    /// The file of consumers; nil for the usual place.
    public var consumers: String?
    /// A file (0600) of keys; nil where persons are not compared.
    public var dedupeKeys: String?

    public init() {}

    /// Reads `config.yaml`. Groups are maps (`crawl:` with `gap: 2s` below it).
    ///
    /// - Throws: every problem of the file at once.
    public init(_ document: DocumentNode, file: String) throws(DocumentProblems) {
        self.init()
        let groups = Set(
            SettingKey.allCases.compactMap {
                $0.rawValue.split(separator: ".").count == 2
                    ? String($0.rawValue.split(separator: ".")[0]) : nil
            })
        let plain = SettingKey.allCases.map(\.rawValue).filter { !$0.contains(".") }
        var top = FieldReader(document, file: file, describing: "the configuration", known: plain + groups.sorted())
        for key in SettingKey.allCases where !key.rawValue.contains(".") { read(key, named: key.rawValue, from: &top) }
        var problems = top.problems
        for group in groups.sorted() {
            guard let node = top.node(group) else { continue }
            let members = SettingKey.allCases.filter { $0.rawValue.hasPrefix(group + ".") }
            let names = members.map { String($0.rawValue.dropFirst(group.count + 1)) }
            var reader = FieldReader(node, file: file, describing: "\"\(group)\"", known: names)
            for (key, name) in zip(members, names) { read(key, named: name, from: &reader) }
            problems += reader.problems
        }
        if let node = top.node(SettingKey.keys.rawValue) {
            do throws(DocumentProblems) {
                keys = try KeyBindings(node, file: file)
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw DocumentProblems(problems) }
    }

    private mutating func read(_ key: SettingKey, named name: String, from reader: inout FieldReader) {
        switch key {
        case .language: language = reader.word(name, as: ScreenLanguage.self)
        case .user:
            user = reader.value(name, expected: "a short name without blanks", Actor.init)
        case .database: database = reader.text(name)
        case .feeds: feeds = reader.text(name)
        case .lexicons: lexicons = reader.text(name)
        case .contact: contact = reader.text(name)
        case .gap:
            gap =
                reader.value(name, expected: "a duration such as 5s, or 0s for hosts of your own") {
                    $0 == "0s" ? .seconds(0) : TimeSpan($0)
                } ?? gap
        case .timeout:
            timeout = reader.value(name, expected: "a duration such as 30s", TimeSpan.init) ?? timeout
        case .parallel: parallel = reader.integer(name, in: 1...256) ?? parallel
        case .failOver: failOver = reader.value(name, expected: "a percentage such as 50%", percentage) ?? failOver
        case .promising: promising = reader.value(name, expected: "a percentage such as 50%", percentage) ?? promising
        case .allowHosts: allowHosts = reader.texts(name)
        // 144 a day is one in ten minutes, which no source is polled more often by itself.
        case .pollsPerDay: pollsPerDay = reader.integer(name, in: 1...144) ?? pollsPerDay
        case .archive: isArchiving = reader.flag(name) ?? isArchiving
        case .archiveFolder: archiveFolder = reader.text(name)
        case .archiveKeep:
            archiveKeep = reader.value(name, expected: "a duration such as 30d", TimeSpan.init) ?? archiveKeep
        case .proxy:
            proxy = reader.value(name, expected: "a web address such as http://proksi.example:3128") {
                $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil
            }
        case .authorities: authorities = reader.text(name)
        case .retainUnreviewed: retainUnreviewed = span(name, from: &reader) ?? retainUnreviewed
        case .retainRejected: retainRejected = span(name, from: &reader) ?? retainRejected
        case .retainProspect: retainProspect = span(name, from: &reader) ?? retainProspect
        case .retainText: retainText = span(name, from: &reader) ?? retainText
        case .retainCopies: retainCopies = span(name, from: &reader) ?? retainCopies
        case .lease: lease = reader.value(name, expected: "a duration such as 15m", TimeSpan.init) ?? lease
        case .hold: hold = reader.value(name, expected: "a duration such as 30m", TimeSpan.init) ?? hold
        case .opener: opener = reader.text(name)
        case .clipboard: usesClipboard = reader.flag(name) ?? usesClipboard
        case .secondLook:
            secondLook = reader.value(name, expected: "a percentage such as 5%", percentage) ?? secondLook
        // A map of its own, read beside the others.
        case .keys: break
        case .instance: instance = reader.text(name) ?? instance
        case .consumers: consumers = reader.text(name)
        case .dedupeKeys: dedupeKeys = reader.text(name)
        }
    }

    private func span(_ name: String, from reader: inout FieldReader) -> TimeSpan? {
        reader.value(name, expected: "a duration such as 30d", TimeSpan.init)
    }
}

/// `50%` as 0.5.
///
/// - Returns: nil for anything else than a whole number from 0 to 100 with a percent sign.
public func percentage(_ text: String) -> Double? {
    guard text.hasSuffix("%"), let n = Int(text.dropLast()), (0...100).contains(n) else { return nil }
    return Double(n) / 100
}
