import Foundation
import LoopbackServer
import Model
import Newsroom
import Testing
import Text

/// `pantau crawl` over HTTP, as a timer runs it.
@Suite struct CrawlTests {
    @Test func aCrawlOfTheNewsroomIsFineAndSaysWhatItDid() async throws {
        let crawled = try await Crawled.shared
        #expect(crawled.ending.exit == 0)
        let summary = try JSONValue(parsing: crawled.summary)
        #expect(summary["schema"]?.string == "pantau.crawl.summary/1")
        #expect(summary["result"]?.string == "ok")
        #expect(summary["exit"]?.integer == 0)
        let sources = try #require(summary["sources"])
        // Of eight, one is cut off in its last item, and one forbids to be read.
        #expect(sources["total"]?.integer == 8)
        #expect(sources["ok"]?.integer == 6)
        #expect(sources["failed"]?.integer == 1)
        #expect(sources["skipped_robots"]?.integer == 1)
        #expect(sources["not_reached"]?.integer == 0)
        let failure = try #require(summary["failures"]?.items?.first)
        #expect(failure["source"]?.string == "pos-rekaan")
        #expect(try #require(summary["leads"]?["flagged"]?.integer) > 20)
    }

    @Test func theLogIsOneJSONObjectALine() async throws {
        let events = try await Crawled.shared.ending.messageLines.map { try JSONValue(parsing: $0.utf8) }
        let names = events.compactMap { $0["event"]?.string }
        #expect(names.first == "crawl.start")
        #expect(names.last == "crawl.end")
        #expect(names.filter { $0.hasPrefix("source.") && $0 != "source.note" }.count == 8)
        #expect(events.allSatisfy { $0["t"]?.string?.hasSuffix("+08:00") == true && $0["level"]?.string != nil })
    }

    @Test func robotsThatSayNoAreObeyedAndTold() async throws {
        let newsroom = try await Newsroom.start(now: .present, slowness: .zero)
        defer { newsroom.stop() }
        let machine = try Machine()
        try machine.configure(for: newsroom)
        let ending = try await machine.pantau("crawl", "--source", "arkib-rekaan", "--source", "peninsular-example")
        #expect(ending.exit == 0)
        #expect(ending.messages.contains("robots.txt says no"))
        let closed = try #require(newsroom["arkib-rekaan"])
        #expect(closed.server.requests.map(\.path) == ["/robots.txt"])
        let half = try #require(newsroom["peninsular-example"])
        #expect(!half.server.requests.contains { $0.path.hasPrefix("/premium/") })
        let listed = try await machine.pantau("source", "list", "--failing", "--format", "tsv")
        #expect(listed.records.map { $0[0] } == ["arkib-rekaan"])
        #expect(listed.records.first?[3] == "denied")
    }

    @Test func aSecondCrawlAsksAgainAndNothingIsNew() async throws {
        let newsroom = try await Newsroom.start(now: .present, slowness: .zero)
        defer { newsroom.stop() }
        let machine = try Machine()
        try machine.configure(for: newsroom)
        let first = try await machine.pantau("crawl", "--json").json
        let leads = try await machine.pantau("lead", "list", "--limit", "0").output
        newsroom.forgetRequests()
        let second = try await machine.pantau("crawl", "--force", "--json").json
        #expect(try #require(first["articles"]?["new"]?.integer) > 80)
        #expect(second["articles"]?["new"]?.integer == 0)
        #expect(second["leads"]?["flagged"]?.integer == 0)
        // All but the broken one, whose validators nobody may keep, and the closed one.
        #expect(second["sources"]?["not_modified"]?.integer == 6)
        #expect(newsroom.statuses[304] == 6)
        #expect(try await machine.pantau("lead", "list", "--limit", "0").output == leads)
        // What is not due is not asked at all.
        newsroom.forgetRequests()
        let third = try await machine.pantau("crawl", "--json").json
        #expect(third["sources"]?["total"]?.integer == 0)
        #expect(newsroom.statuses.isEmpty)
    }

    @Test func aBrokenFeedKeepsItsGoodItems() async throws {
        let crawled = try await Crawled.shared
        let printed = crawled.articles.filter { $0.outlets.contains { $0.value == "pos-rekaan" } && $0.label == .yes }
        #expect(!printed.isEmpty)
        let listed = try await Crawled.machine().pantau("lead", "list", "--limit", "0", "--format", "jsonl")
        let sources = try listed.jsonLines.flatMap { $0["sources"]?.items ?? [] }.compactMap(\.string)
        #expect(sources.contains("pos-rekaan"))
    }

    @Test func aHostThatNeverAnswersCostsItselfAndNobodyElse() async throws {
        let newsroom = try await Newsroom.start(now: .present, slowness: .seconds(30))
        defer { newsroom.stop() }
        let machine = try Machine()
        try machine.configure(for: newsroom, more: "timeout: 5s")
        let summary = try await machine.pantau(
            "crawl", "--source", "borneo-rekaan", "--source", "warta-contoh", "--json"
        ).json
        #expect(summary["exit"]?.integer == 0)
        #expect(summary["sources"]?["ok"]?.integer == 1)
        #expect(summary["failures"]?.items?.map { $0["source"]?.string } == ["borneo-rekaan"])
    }

    @Test func moreFailuresThanAllowedExitWith3() async throws {
        let newsroom = try await Newsroom.start(now: .present, slowness: .zero)
        defer { newsroom.stop() }
        let machine = try Machine()
        try machine.configure(for: newsroom)
        for desk in newsroom.desks.prefix(2) {
            newsroom.answer(desk.outlet.id, with: .text("out of order", status: 500))
        }
        let chosen = newsroom.desks.prefix(3).flatMap { ["--source", $0.outlet.id.value] }
        let strict = try await machine.start(["crawl", "--json"] + chosen).end()
        #expect(strict.exit == 3)
        #expect(try strict.problem["type"]?.string == "urn:pantau:error:err.partial")
        #expect(try strict.json["exit"]?.integer == 3)
        let lax = try await machine.start(["crawl", "--force", "--fail-over", "90%"] + chosen).end()
        #expect(lax.exit == 0)
    }

    @Test func sourceTestReadsASourceOnceAndKeepsNothing() async throws {
        let newsroom = try await Newsroom.start(now: .present, slowness: .zero)
        defer { newsroom.stop() }
        let machine = try Machine()
        try machine.configure(for: newsroom)
        let probed = try await machine.pantau("source", "test", "sample-times", "--json")
        #expect(probed.exit == 0)
        #expect(try probed.json["schema"]?.string == "pantau.source.test/1")
        #expect(try probed.json["items"]?.items?.isEmpty == false)
        let denied = try await machine.pantau("source", "test", "arkib-rekaan")
        #expect(denied.exit == 1)
        #expect(denied.messages.contains("robots.txt says no"))
        let address = try #require(newsroom["warta-contoh"]).server.url("/feed.json")
        #expect(try await machine.pantau("source", "test", address).exit == 0)
        let loopback = try await machine.pantau("source", "test", "http://127.0.0.1:9/feed")
        #expect(loopback.exit == 1)
        #expect(!machine.exists("data"))
    }
}
