import ArgumentParser
import Foundation
import Locking
import Model
import Reviewing
import Settings
import Storing
import StoringSamples
import Terminal
import Text

@testable import pantau

/// A sitting at the review screen without a terminal: keys go in, screens come out, by a clock that the test moves.
struct ReviewWalk {
    let folder: TemporaryFolder
    let store: Store
    private let clock: Lock<Instant>
    private(set) var screen: ReviewScreen
    private var answers: ReviewAnswers
    private(set) var isOver = false

    /// - Parameter leads: how many there are, with scores from 90 down.
    init(
        leads: [FoundArticle], columns: Int = 80, rows: Int = 24, language: ScreenLanguage = .english,
        glyphs: Glyphs = .unicode, isBlind: Bool = false, configuration: String = ""
    ) async throws {
        let folder = try TemporaryFolder()
        let store = try folder.makeStore()
        try await store.write { db in _ = try db.commit(Sample.result(leads)) { _, _, _ in .alone } }
        try await self.init(
            folder: folder, store: store, actor: "aminah", columns: columns, rows: rows, language: language,
            glyphs: glyphs, isBlind: isBlind, configuration: configuration)
    }

    /// Another person at the same desk.
    init(
        folder: TemporaryFolder, store: Store, actor: String, columns: Int = 80, rows: Int = 24,
        language: ScreenLanguage = .english, glyphs: Glyphs = .unicode, isBlind: Bool = false,
        configuration: String = ""
    ) async throws {
        (self.folder, self.store) = (folder, store)
        let clock = Lock(Sample.monday + .minutes(31))
        self.clock = clock
        let file = folder.path + "/walk.yaml"
        try configuration.write(toFile: file, atomically: true, encoding: .utf8)
        let options = try GlobalOptions.parse(["--db", folder.database, "--config", file])
        var context = try Context(
            options, environment: ["HOME": folder.path, "XDG_CONFIG_HOME": folder.path, "PANTAU_USER": actor])
        context.clock = { clock.withLock { $0 } }
        context.output = Output(
            language: language, format: .table,
            terminal: TerminalTraits(isTerminal: true, columns: columns, rows: rows, glyphs: glyphs)
        ) { _, _ in }
        context = try await context.admitted(to: .decide)
        var query = LeadQuery()
        query.putsReturnedFirst = true
        let desk = ReviewDesk(context: context.through("review"), store: store)
        screen = ReviewScreen(
            ReviewScreen.Setting(context, query: query, isBlind: isBlind), language: language,
            size: ScreenSize(columns: columns, rows: rows), at: context.now)
        answers = ReviewAnswers(desk: desk)
        await carryOut(screen.start())
    }

    var now: Instant { clock.withLock { $0 } }

    /// Time passes.
    func wait(_ span: TimeSpan) { clock.withLock { $0 = $0 + span } }

    /// Presses keys, a second after one another; `text` is typed letter by letter.
    mutating func press(_ keys: Key...) async {
        for key in keys {
            wait(.seconds(1))
            await carryOut(screen.handle(key, at: now))
        }
    }

    mutating func type(_ text: String) async {
        for letter in text { await press(.character(letter)) }
    }

    /// Presses a key at once after the last.
    mutating func pressAtOnce(_ key: Key) async { await carryOut(screen.handle(key, at: now)) }

    /// What a key asks the world to do, without its being done.
    mutating func effects(of key: Key) -> [ReviewEffect] {
        wait(.seconds(1))
        return screen.handle(key, at: now)
    }

    mutating func resize(columns: Int, rows: Int) { screen.resize(to: ScreenSize(columns: columns, rows: rows)) }

    mutating func carryOut(_ effects: [ReviewEffect]) async {
        var waiting = effects[...]
        while let effect = waiting.popFirst() {
            if effect == .finish { isOver = true }
            guard let event = await answers.answer(to: effect, of: screen) else { continue }
            waiting = screen.receive(event, at: now)[...] + waiting
        }
    }

    /// The screen as text, a line each row.
    var lines: [String] {
        let canvas = screen.canvas(at: now)
        return (0..<canvas.rows).map { canvas.text(row: $0) }
    }

    var text: String { lines.joined(separator: "\n") }
    /// The line above the keys.
    var notice: String { lines[lines.count - 2].trimmed }

    /// The screen as it looks.
    var picture: Picture { Picture(screen.canvas(at: now)) }

    /// The bytes that show it on an empty terminal.
    var painted: String { screen.canvas(at: now).painted(over: nil, inColor: true) }

    func state(_ id: Int64) async throws -> LeadState? {
        let now = now
        return try await store.read { db in try db.lead(LeadID(id), at: now)?.state }
    }

    func claims() async throws -> [LeadID] {
        let now = now
        return try await store.read { db in
            try db.leads(LeadQuery(states: [], where: [.not(.unclaimed)]), at: now).leads.map(\.id)
        }
    }

    /// Newest first, without those of the crawl.
    func entries() async throws -> [JournalEntry] {
        try await store.read { db in try db.journal(JournalQuery()) }.filter { $0.draft.verb != "crawl" }
    }
}

/// Invented leads, each of another kind.
enum InventedLeads {
    static func plain(_ count: Int) -> [FoundArticle] {
        (1...count).map { number in
            Sample.found(
                Sample.article(number, title: "Rumah keluarga hangus di Taman \(number)"),
                score: Sample.score(91 - number))
        }
    }

    /// A fall at work, told with phrases in title and text.
    static var fall: FoundArticle {
        let text = """
            KLANG: Seorang buruh binaan, Rekaan bin Contoh, 34, patah tulang belakang selepas jatuh dari tingkat tiga \
            bangunan di Taman Contoh.
            Isterinya, Contoh binti Rekaan, 31, berkata suaminya kini lumpuh dan tidak lagi mampu bekerja.
            "Suami satu-satunya punca pendapatan kami lima beranak. Kami tidak berhutang," katanya.
            """
        let title = "Buruh patah tulang belakang jatuh bangunan, isteri merayu bantuan"
        return Sample.found(
            Sample.article(1, title: title, text: text), score: score(of: text, title),
            identification: Identification(
                persons: [
                    Person(name: "Rekaan bin Contoh", age: .init(years: 34), sex: .male, occupation: "buruh binaan"),
                    Person(
                        name: "Contoh binti Rekaan", age: .init(years: 31), role: .family, sex: .female,
                        relation: "isteri"),
                ],
                place: Place(
                    stateCode: "MY-10", stateName: "Selangor", districtCode: "10_2", districtName: "Klang",
                    locality: "Taman Contoh"),
                eventDay: CivilTime(year: 2026, month: 11, day: 20),
                workplace: Workplace(name: "tapak bina Rekaan Sdn Bhd")))
    }

    /// The same case in another paper.
    static var fallElsewhere: FoundArticle {
        var found = fall
        found.article = Sample.article(
            2, title: "Patah tulang belakang di tapak bina, buruh merayu bantuan",
            text: found.article.text + "\nIkuti kami.",
            source: "pos-rekaan", outlet: "Pos Rekaan")
        found.score = score(of: found.article.text, found.article.title)
        return found
    }

    private static func score(of text: String, _ title: String) -> Score {
        func evidence(_ phrase: String, in whole: String, _ field: Evidence.Field) -> Evidence {
            let scalars = Array(whole.unicodeScalars)
            let wanted = Array(phrase.unicodeScalars)
            let start = scalars.indices.first { scalars[$0...].starts(with: wanted) } ?? 0
            return Evidence(field: field, range: start..<start + wanted.count, exact: phrase, sentence: 0)
        }
        func part(_ rule: String, _ en: String, _ ms: String, _ points: Int, _ evidence: Evidence...) -> Contribution {
            Contribution(rule: rule, en: en, ms: ms, need: .workInjury, points: points, evidence: evidence)
        }
        return Score(
            raw: 95, threshold: 40,
            contributions: [
                part(
                    "ms.injury.fall", "injury at work", "kemalangan kerja", 32,
                    evidence("patah tulang belakang", in: text, .text),
                    evidence("patah tulang belakang", in: title, .title)),
                part(
                    "ms.work.unable", "unable to work", "tidak mampu kerja", 16,
                    evidence("tidak lagi mampu bekerja", in: text, .text)),
                part("ms.health.lumpuh", "paralysed", "lumpuh", 14, evidence("lumpuh", in: text, .text)),
                part(
                    "ms.income.sole", "sole earner", "punca pendapatan", 12,
                    evidence("satu-satunya punca pendapatan", in: text, .text)),
            ],
            cleared: [
                ClearedPhrase(
                    rule: "ms.income.debt", reason: .negated, evidence: evidence("berhutang", in: text, .text))
            ],
            needs: [NeedFinding(need: .workInjury, confidence: .high)], urgency: .urgent,
            urgencyReason: "cannot work", kind: .incident, isProtected: false,
            lexicons: [LexiconVersion(id: "ms-core", version: "1", sha256: String(repeating: "0", count: 64))])
    }

    /// One of each: an emergency, the fall, a protected identity, a child, and routine ones.
    /// A child is in it whom nobody names: the case is not protected as a whole.
    static var unnamedChild: FoundArticle {
        Sample.found(
            Sample.article(4, title: "Tiga beradik hidup berdikari"), score: Sample.score(66, needs: [.childOrphan]),
            identification: Sample.identification(name: nil, age: 9))
    }

    static var mixed: [FoundArticle] {
        [
            fall,
            Sample.found(
                Sample.article(2, title: "Sebatang kara selepas rumah musnah"),
                score: Sample.score(97, urgency: .emergency, needs: [.disaster])),
            Sample.found(
                Sample.article(3, title: "Remaja Rahsia didera di Gombak"),
                score: Sample.score(71, urgency: .urgent, needs: [.abuse], isProtected: true)),
            Sample.found(
                Sample.article(4, title: "Tiga beradik hidup berdikari"),
                score: Sample.score(66, needs: [.childOrphan]),
                identification: Sample.identification(name: "Anak Contoh", age: 9)),
        ] + (5...9).map { Sample.found(Sample.article($0), score: Sample.score(70 - $0)) }
    }
}
