import Documents
import Model
import Settings
import Testing
import Text

private func read(_ yaml: String) throws -> Settings {
    try Settings(try readYAML(yaml, file: "config.yaml"), file: "config.yaml")
}

private func problems(in yaml: String) -> [String] {
    do {
        _ = try read(yaml)
        return []
    } catch let found as DocumentProblems {
        return found.problems.map(\.description)
    } catch {
        return ["\(error)"]
    }
}

@Suite struct SettingsTests {
    @Test func anEmptyFileLeavesEveryDefault() throws { #expect(try read("") == Settings()) }

    @Test func everySettingCanBeSet() throws {
        let settings = try read(
            """
            lang: ms
            user: aminah
            db: /srv/pantau/pantau.db
            feeds: /etc/pantau/Feeds
            lexicons: /etc/pantau/Lexicons
            contact: pantau@agensi.example
            crawl:
              gap: 5s
              timeout: 20s
              parallel: 8
              fail-over: 25%
              promising: 30%
              allow-hosts: ["10.1.2.3:8080"]
              proxy: http://proksi.example:3128
              ca-file: /etc/pantau/ca.pem
            schedule:
              polls-per-day: 12
            archive: {enabled: on, folder: /srv/arkib, keep: 7d}
            review:
              lease: 10m
              hold: 1h
              open: firefox --new-tab {url}
              clipboard: off
              second-look: 10%
            keys: {accept: z, redo: "^e", mark: space}
            export:
              instance: urn:pantau:negeri:contoh
              consumers: /etc/pantau/penerima.yaml
              dedupe-keys: /etc/pantau/kunci
            """)
        #expect(settings.language == .malay)
        #expect(settings.user?.name == "aminah")
        #expect(settings.gap == .seconds(5) && settings.timeout == .seconds(20))
        #expect(settings.parallel == 8 && settings.failOver == 0.25 && settings.promising == 0.3)
        #expect(settings.pollsPerDay == 12)
        #expect(settings.allowHosts == ["10.1.2.3:8080"])
        #expect(settings.isArchiving && settings.archiveFolder == "/srv/arkib" && settings.archiveKeep == .days(7))
        #expect(settings.proxy == "http://proksi.example:3128" && settings.authorities == "/etc/pantau/ca.pem")
        #expect(settings.lease == .minutes(10) && settings.hold == .hours(1))
        #expect(settings.opener == "firefox --new-tab {url}" && !settings.usesClipboard && settings.secondLook == 0.1)
        #expect(settings.keys[.accept].description == "z" && settings.keys[.redo].description == "^e")
        #expect(settings.keys[.reject].description == "r")
        #expect(settings.instance == "urn:pantau:negeri:contoh")
        #expect(settings.database != nil && settings.feeds != nil && settings.lexicons != nil)
    }

    @Test(arguments: [
        ("langauge: ms", "config.yaml:1:1: "), ("crawl:\n  gpa: 2s", "did you mean \"gap\"?"),
        ("crawl:\n  parallel: 0", "1 to 256"), ("crawl:\n  parallel: many", "1 to 256"),
        ("schedule:\n  polls-per-day: 145", "1 to 144"),
        ("crawl: fast", "`key: value`"), ("lang: en-GB", "one of ms, en"), ("user: two words", "without blanks"),
        ("crawl:\n  fail-over: 0.5", "50%"), ("crawl:\n  proxy: proksi:3128", "http://proksi.example"),
        ("- lang", "`key: value`"),
        ("keys:\n  accept: r", "config.yaml:2:11: the key r of \"accept\" is that of \"reject\" already"),
        ("keys: {accept: z, skip: z}", "the key z of \"skip\" is that of \"accept\" already"),
        ("keys: {acept: z}", "did you mean \"accept\"?"), ("keys: {accept: zz}", "one character"),
        ("keys: {accept: space}", "one character"), ("keys: {accept: ^c}", "one character"),
        ("keys: {accept: ^m}", "one character"), ("keys: {accept: \"\\e\"}", "one character"),
        ("keys: {accept: é}", "one character"), ("keys: z", "`key: value`"),
        ("review: {clipboard: perhaps}", "true or false"), ("review: {second-look: often}", "5%"),
        ("archive: {keep: ever}", "a duration such as 30d"), ("archive: {enabled: perhaps}", "true or false"),
    ])
    func aMistakeIsToldWithItsPlaceAndWhatIsAllowed(yaml: String, part: String) {
        let found = problems(in: yaml)
        #expect(found.count == 1)
        #expect(found.first?.contains(part) == true)
    }

    @Test func everyKeyTellsItsKindDefaultAndPurpose() {
        for key in SettingKey.allCases {
            #expect(!key.kind.isEmpty && !key.defaultText.isEmpty && key.purpose.count > 10)
        }
    }
}

@Suite struct TimeSpanTextTests {
    @Test(arguments: [
        ("1s", TimeSpan.seconds(1)), ("15m", .minutes(15)), ("6h", .hours(6)), ("7d", .days(7)), ("2w", .days(14)),
    ])
    func aDurationIsANumberAndAUnit(text: String, span: TimeSpan) { #expect(TimeSpan(text) == span) }
}
