import Foundation
import Model
import Newsroom
import Storing
import Testing
import Text

/// Text from the web is hostile, and some of it is private.
@Suite struct HostileTests {
    /// An outlet's title with escapes and a turned-round number stands in the newsroom.
    private let hostileWord = "Hotel tutup"

    @Test func noCommandLetsATitleTakeOverTheTerminal() async throws {
        let machine = try await Crawled.machine()
        let ids = try await machine.pantau("lead", "list", "--limit", "0", "--format", "id").output
        let all = ids.split(separator: "\n").map(String.init)
        try await machine.pantau("lead", "accept", "--stdin", "--yes", "--second", "hafiz", input: ids)
        let refs = try await machine.pantau("prospect", "list", "--format", "id").lines
        var commands = [
            ["lead", "list", "--limit", "0", "--state", "prospect"], ["prospect", "list"],
            ["prospect", "list", "--format", "table"], ["log", "--json"], ["log"], ["source", "list"],
            ["source", "show", "sample-times"],
            ["lead", "show", "--text", "--json"] + all, ["lead", "show", "--text"] + all, ["lead", "explain"] + all,
            ["lead", "explain", "--json"] + all, ["prospect", "show"] + refs, ["prospect", "show", "--json"] + refs,
        ]
        for format in ["table", "json", "jsonl", "tsv"] {
            commands.append(["lead", "list", "--state", "prospect", "--limit", "0", "--format", format])
        }
        for command in commands {
            let ending = try await machine.start(command).end()
            #expect(ending.exit == 0, "\(command.prefix(3)) \(ending.messages)")
            #expect(!ending.output.isEmpty, "\(command.prefix(3))")
            #expect(hostileScalars(in: ending.output + ending.messages).isEmpty, "\(command.prefix(3))")
        }
        #expect(try await machine.pantau("lead", "show", "--text", "--stdin", input: ids).output.contains(hostileWord))
    }

    @Test func whatAPersonPastesIsNoBetter() async throws {
        let machine = try Machine()
        let text =
            "Kebakaran\u{1B}[2J musnahkan rumah \u{202E}keluarga\u{202C} itu, \u{9B}31m tinggal sehelai sepinggang."
        for arguments in [
            ["score", "--text", text], ["score", "--text", text, "--json"], ["score", "--text", text, "--title", text],
        ] {
            let ending = try await machine.start(arguments).end()
            #expect(ending.exit == 0)
            #expect(hostileScalars(in: ending.output).isEmpty, "\(arguments.dropFirst(2))")
        }
        for arguments in [
            ["lead", "list", "--db", "/tmp/\u{1B}[2J/x.db"], ["source", "test", "\u{1B}[2J\u{202E}"],
            ["source", "test", "http://127.0.0.1:9/\u{1B}[2J"], ["lead", "show", "\u{1B}[2J"], ["\u{1B}[2J"],
            ["info", "--config", "\u{1B}[2J.yaml"], ["lexicon", "lint", "\u{1B}[2J.yaml"],
            ["crawl", "--source", "\u{9B}2J"],
            ["score", "\u{1B}[2J.txt"],
        ] {
            let ending = try await machine.start(arguments).end()
            #expect(ending.exit != 0)
            #expect(hostileScalars(in: ending.output + ending.messages).isEmpty, "\(arguments)")
        }
    }

    // MARK: Personal data

    /// Numbers as the newsroom prints them, and their digits alone.
    private func numbers(in articles: [InventedArticle]) -> Set<String> {
        let numbers = articles.flatMap { article in
            article.text.matches(of: /\b(?:01\d-000 \d{4}|\d{6}-\d{2}-\d{4}|\d{10,14})\b/).map { String($0.output) }
        }
        return Set(numbers + numbers.map { $0.filter(\.isNumber) })
    }

    @Test func maskedNumbersAreNowhereInTheDatabase() async throws {
        let crawled = try await Crawled.shared
        let numbers = numbers(in: crawled.articles)
        #expect(numbers.count > 10)
        let bytes = try await Crawled.machine().databaseBytes()
        #expect(bytes.range(of: Data("Hasnizam Bidin".utf8)) != nil)
        for number in numbers { #expect(bytes.range(of: Data(number.utf8)) == nil, "\(number)") }
        #expect(bytes.range(of: Data("bantu.lina@contoh.example".utf8)) == nil)
    }

    @Test func theLogOfACrawlHoldsNothingOfWhatWasRead() async throws {
        let crawled = try await Crawled.shared
        let log = crawled.ending.messages + String(decoding: crawled.summary, as: UTF8.self)
        for number in numbers(in: crawled.articles) { #expect(!log.contains(number)) }
        for article in crawled.articles {
            #expect(!log.contains(article.title), "\(article.id)")
            for person in article.persons { #expect(!log.contains(person.name), "\(article.id)") }
        }
    }

    @Test func aProtectedIdentityStandsOnNoScreen() async throws {
        let machine = try await Crawled.machine()
        let store = try Store.open(machine.database, mode: .read)
        let leads = try await store.read { db in
            try db.leads(LeadQuery(states: [], order: .old), at: .present).leads.compactMap {
                try db.lead($0.id, at: .present)
            }
        }.filter(\.isProtected)
        try #require(!leads.isEmpty)
        let ids = leads.map { "\($0.id.value)" }
        let commands = [
            ["lead", "list", "--limit", "0"], ["lead", "list", "--limit", "0", "--format", "table", "--width", "200"],
            ["lead", "list", "--limit", "0", "--json"], ["lead", "show"] + ids, ["lead", "show", "--json"] + ids,
            ["lead", "show", "--text"] + ids, ["lead", "explain"] + ids, ["lead", "explain", "--json"] + ids,
        ]
        for command in commands {
            let ending = try await machine.start(command).end()
            #expect(ending.exit == 0)
            for lead in leads {
                #expect(!ending.output.contains(lead.headline), "\(command.prefix(3)) #\(lead.id)")
                for name in lead.identification.persons.compactMap(\.name) where name.contains(" ") {
                    #expect(!ending.output.contains(name), "\(command.prefix(3)) #\(lead.id)")
                }
            }
        }
    }
}
