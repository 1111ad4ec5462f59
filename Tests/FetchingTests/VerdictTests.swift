import Model
import Reading
import Testing

@testable import Fetching

private let now = Instant(seconds: 1_800_000_000)

private func response(
    _ status: Int, _ fields: [(String, String)] = [], body: String = "", conditional: Bool = false
) -> FetchResponse {
    FetchResponse(
        status: status, headers: HeaderFields(fields), body: Array(body.utf8), hops: [], wasConditional: conditional)
}

struct VerdictTests {
    private static let statuses: [(Int, Verdict)] = [
        (200, Verdict.document), (203, .document), (204, .trouble(.failed(.soft, .empty))),
        (206, .trouble(.failed(.soft, .status(206)))), (300, .trouble(.failed(.soft, .status(300)))),
        (304, .trouble(.failed(.soft, .status(304)))), (400, .trouble(.failed(.hard, .status(400)))),
        (401, .trouble(.failed(.hard, .status(401)))), (403, .trouble(.failed(.soft, .status(403)))),
        (404, .trouble(.failed(.soft, .status(404)))), (407, .trouble(.failed(.hard, .status(407)))),
        (408, .trouble(.failed(.temporary, .status(408)))), (410, .trouble(.gone)),
        (425, .trouble(.failed(.temporary, .status(425)))), (429, .trouble(.rateLimited(retryAfter: nil))),
        (451, .trouble(.failed(.hard, .status(451)))), (500, .trouble(.failed(.soft, .status(500)))),
        (502, .trouble(.failed(.soft, .status(502)))), (503, .trouble(.failed(.soft, .status(503)))),
        (504, .trouble(.failed(.soft, .status(504)))), (999, .trouble(.failed(.soft, .status(999)))),
    ]

    @Test(arguments: statuses)
    func aStatusMeansWhatTheTableSays(_ status: Int, _ verdict: Verdict) {
        #expect(response(status, body: "x").verdict(at: now) == verdict)
    }

    @Test func anEmptyBodyIsNoDocument() {
        #expect(response(200).verdict(at: now) == .trouble(.failed(.soft, .empty)))
    }

    @Test func unchangedIsAnAnswerToAQuestionOnly() {
        #expect(response(304, conditional: true).verdict(at: now) == .unchanged(PollHints()))
        #expect(response(304).verdict(at: now) == .trouble(.failed(.soft, .status(304))))
    }

    @Test(arguments: [429, 503])
    func aHostThatNamesATimeGetsIt(_ status: Int) {
        let answer = response(status, [("Retry-After", "120")])
        #expect(answer.verdict(at: now) == .trouble(.rateLimited(retryAfter: .seconds(120))))
    }

    private static let challenges: [(Int, [(String, String)], String)] = [
        (403, [("cf-mitigated", "challenge")], ""), (200, [("CF-Mitigated", "Challenge")], "x"),
        (403, [], "<html><TITLE>Just a moment...</TITLE>"), (503, [], "<script src=/cdn-cgi/challenge-platform/x>"),
        (403, [], "https://geo.captcha-delivery.com/captcha/"), (202, [], "<meta content=\"/.well-known/sgcaptcha/\">"),
    ]

    @Test(arguments: challenges)
    func aChallengeIsNamedAsOne(_ status: Int, _ fields: [(String, String)], _ body: String) {
        #expect(response(status, fields, body: body).verdict(at: now) == .trouble(.challenge))
    }

    @Test func anArticleAboutChallengesIsNone() {
        let body = "<title>Just a moment</title> captcha-delivery.com"
        #expect(response(200, body: body).verdict(at: now) == .document)
    }
}

struct HeaderTimeTests {
    private static let waits: [(String, Int64?)] = [
        ("0", 0), ("120", 120), (" 120 ", 120), ("2678400", 2_678_400), ("2678401", nil),
        ("99999999999999999999", nil), ("-5", nil), ("+5", nil), ("1.5", nil), ("", nil), ("soon", nil), ("1e9", nil),
        ("Fri, 15 Jan 2027 08:10:00 GMT", 600), ("Friday, 15-Jan-27 08:10:00 GMT", 600),
        ("Fri Jan 15 08:10:00 2027", 600), ("Thu, 01 Jan 1970 00:00:00 GMT", nil),
        ("Fri, 31 Dec 9999 23:59:59 GMT", nil), ("Fri, 32 Jan 2027 08:10:00 GMT", nil),
    ]

    @Test(arguments: waits)
    func retryAfterIsSecondsOrADate(_ text: String, _ seconds: Int64?) {
        let headers = HeaderFields([("Retry-After", String(text.trimmingBlanks))])
        #expect(headers.retryAfter(at: now) == seconds.map { .seconds($0) })
    }

    @Test func aDateIsMeasuredByTheClockOfTheServer() {
        let headers = HeaderFields([
            ("Retry-After", "Sat, 01 Aug 2026 00:02:00 GMT"), ("Date", "Sat, 01 Aug 2026 00:00:00 GMT"),
        ])
        #expect(headers.retryAfter(at: now) == .seconds(120))
    }

    private static let hints: [([(String, String)], Int64?)] = [
        ([("Cache-Control", "public, max-age=600")], 600), ([("Cache-Control", "MAX-AGE=60")], 60),
        ([("Cache-Control", "max-age=0")], nil), ([("Cache-Control", "max-age=abc")], nil), ([], nil),
        ([("Expires", "Fri, 15 Jan 2027 08:10:00 GMT")], 600), ([("Expires", "0")], nil),
        ([("Expires", "Fri, 15 Jan 2027 07:00:00 GMT")], nil),
        ([("Cache-Control", "max-age=60"), ("Expires", "Fri, 15 Jan 2027 08:10:00 GMT")], 600),
        ([("Cache-Control", "max-age=999999999999")], 31_536_000),
    ]

    @Test(arguments: hints)
    func freshnessIsTheLongestHint(_ fields: [(String, String)], _ seconds: Int64?) {
        #expect(HeaderFields(fields).freshness(at: now) == seconds.map { .seconds($0) })
    }

    @Test(arguments: [
        "", "x", "Sun, 06 Nov 1994 08:49:37", "06 Nov 1994 08:49 GMT", "Sun, 06 Xyz 1994 08:49:37 GMT",
        "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 +0800",
        String(repeating: "1 ", count: 5000),
    ])
    func whatIsNoDateIsNil(_ text: String) { #expect(HTTPDate.parse(text) == nil) }

    @Test(arguments: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
    ])
    func allThreeFormsOfADateAreRead(_ text: String) {
        #expect(HTTPDate.parse(text) == Instant(seconds: 784_111_777))
    }
}

struct ValidatorTests {
    private static let etags: [(String, Bool)] = [
        ("\"abc\"", true), ("W/\"a b\"", true), ("unquoted", true), ("\"é\"", true), ("", false), ("\"a\tb\"", false),
        ("\"a\u{0}b\"", false), ("\"a\u{7F}\"", false), ("\"a\u{85}\"", false), ("\"\u{FFFD}\"", false),
        (String(repeating: "a", count: 512), true), (String(repeating: "a", count: 513), false),
        (String(repeating: "a", count: 60_000), false),
    ]

    @Test(arguments: etags)
    func anETagIsKeptAsItCameOrNotAtAll(_ text: String, _ isKept: Bool) {
        #expect(Validators(of: HeaderFields([("ETag", text)])).etag == (isKept ? text : nil))
    }

    private static let refusals: [[(String, String)]] = [
        [("Cache-Control", "no-store")], [("Cache-Control", "private, No-Store")], [("Expires", "0")],
        [("Expires", "-1")],
    ]

    @Test(arguments: refusals)
    func whatMustNotBeStoredIsNotStored(_ fields: [(String, String)]) {
        #expect(Validators(of: HeaderFields(fields + [("ETag", "\"a\"")])) == Validators())
    }

    @Test func noCacheMayBeStored() {
        let headers = HeaderFields([("Cache-Control", "no-cache"), ("ETag", "\"a\""), ("Last-Modified", "x")])
        #expect(Validators(of: headers) == Validators(etag: "\"a\"", lastModified: "x"))
    }
}

struct FailureTableTests {
    @Test func aFailureOnTheLineIsTold() {
        for cause in [FailureCause.dnsNotFound, .dnsTemporary, .connect("refused"), .timeout("connect")] {
            #expect(cause.isOfTheLine)
        }
        for cause in [FailureCause.status(500), .timeout("total"), .tls("x"), .truncated] {
            #expect(!cause.isOfTheLine)
        }
    }

    @Test func noRouteIsTemporaryAndARefusalIsNot() {
        #expect(FailureCause.connect("no route").weight == .temporary)
        #expect(FailureCause.connect("refused").weight == .soft)
    }

    @Test func aFailureBecomesAnOutcome() throws {
        let url = try address("https://contoh.example/a?kunci=rahsia")
        #expect(FetchFailure(.truncated, at: url).outcome(at: now) == .failed(.soft, .truncated))
        #expect(FetchFailure(.deniedByRobots(rule: "disallow: /"), at: url).outcome(at: now) == .denied)
        let blocked = FetchFailure(.hostBlocked(until: now + .seconds(90)), at: url)
        #expect(blocked.outcome(at: now) == .rateLimited(retryAfter: .seconds(90)))
        #expect("\(blocked)".hasPrefix("https://contoh.example/a?kunci=***: "))
    }

    @Test func textOfAServerCannotStyleATerminal() throws {
        let url = try address("https://contoh.example/")
        let text = "\(FetchFailure(.tls("\u{1B}[31mmerah\u{7}\u{202E}"), at: url))"
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" })
    }

    @Test(arguments: [
        ("Pantau", "0.1", "https://contoh.example", true), ("Pantau", "0.1", "", true), ("Pantau1", "0.1", "", false),
        ("", "0.1", "", false), ("Pantau", "0.1\r\nX: 1", "", false), ("Pantau", "0.1", "a\nb", false),
        ("Pantau", "0.1", "a)b", false),
    ])
    func aUserAgentIsAHeaderOrNothing(_ product: String, _ version: String, _ contact: String, _ isOne: Bool) {
        #expect((UserAgent(product: product, version: version, contact: contact) != nil) == isOne)
    }
}
