import Foundation
import LoopbackServer
import Testing
import Text

/// What people do with leads besides deciding them, through the built program.
@Suite struct LeadHandlingTests {
    /// Numbers of leads whose identity is not protected, oldest first.
    private func open(_ count: Int, on machine: Machine) async throws -> [String] {
        let items =
            try await machine.pantau("lead", "list", "-L", "0", "--order", "old", "--search=-is:protected", "--json")
            .json["items"]?.items ?? []
        let ids = items.compactMap { $0["id"]?.integer.map(String.init) }
        try #require(ids.count >= count)
        return Array(ids.prefix(count))
    }

    private func shown(_ id: String, on machine: Machine) async throws -> JSONValue {
        try await machine.pantau("lead", "show", id, "--json").json
    }

    private func entries(on machine: Machine) async throws -> Int {
        try await machine.pantau("log", "--format", "id", "-L", "1000").lines.count
    }

    // MARK: One command, one entry, one undo

    @Test(arguments: [
        ["assign", "ID", "--to", "hafiz"], ["assign", "ID", "--nobody"], ["note", "ID", "sudah", "ditelefon"],
        ["label", "ID", "--add", "banjir-2026"], ["edit", "ID", "--set", "urgency=emergency"],
        ["edit", "ID", "--set", "who=Rekaan Baharu, 40", "--set", "where=Klang", "--set", "summary=Hilang rumah"],
        ["merge", "ID", "--into", "OTHER"], ["differ", "ID", "--from", "OTHER"],
    ])
    func whatIsDoneCanBeUndoneAndTwiceIsANote(words: [String]) async throws {
        let machine = try await Crawled.machine()
        let ids = try await open(2, on: machine)
        let arguments = ["lead"] + words.map { $0 == "ID" ? ids[0] : $0 == "OTHER" ? ids[1] : $0 }
        let (first, second) = (try await shown(ids[0], on: machine), try await shown(ids[1], on: machine))
        let count = try await entries(on: machine)
        let done = try await machine.start(arguments + ["--json"]).end()
        #expect(done.exit == 0, "\(done.messages)")
        let isNothing = words.contains("--nobody")
        #expect(try done.json["schema"]?.string == "pantau.change/1")
        #expect(try done.json["changed"]?.items?.count == (isNothing ? 0 : 1))
        #expect(try await entries(on: machine) == count + (isNothing ? 0 : 1))
        guard !isNothing else { return }
        if words[0] != "note" {
            let again = try await machine.start(arguments).end()
            #expect((again.exit, again.output) == (0, ""), "\(again)")
            #expect(!again.messages.isEmpty)
            #expect(try await entries(on: machine) == count + 1)
        }
        let undone = try await machine.pantau("undo", "--json")
        #expect(try undone.json["verb"]?.string == "undo")
        for (id, before) in zip(ids, [first, second]) {
            let now = try await shown(id, on: machine)
            for (member, value) in (before.members ?? []).map({ ($0.name, $0.value) })
            where !["version", "updated_at"].contains(member) {
                #expect(now[member] == value, "\(member) of #\(id)")
            }
        }
        #expect(try await machine.pantau("log", "--verify").exit == 0)
    }

    @Test func anEditIsShownAndAClearedFieldSpeaksAgain() async throws {
        let machine = try await Crawled.machine()
        let id = try await open(1, on: machine)[0]
        let before = try await shown(id, on: machine)
        let done = try await machine.pantau(
            "lead", "edit", id, "--set", "who=Rekaan Baharu, 40; Siti Baharu", "--set", "where=Kapar, Klang, Selangor",
            "--set", "needs=debt,food", "--set", "urgency=emergency", "--set", "summary=Telefon 012-345 6789 esok")
        #expect(done.exit == 0, "\(done.messages)")
        let after = try await shown(id, on: machine)
        #expect(after["persons"]?[0]?["name"]?.string == "Rekaan Baharu")
        #expect(after["persons"]?[0]?["age"]?.integer == 40)
        #expect(after["place"]?["district_code"]?.string == "10_2")
        #expect(after["needs"]?.items?.compactMap { $0["code"]?.string } == ["debt", "food"])
        #expect(after["urgency"]?.string == "emergency")
        let summary = try #require(after["lead"]?["summary"]?.string)
        #expect(!summary.contains("345"), "identifiers are masked: \(summary)")
        let card = try await machine.pantau("lead", "show", id, "--lang", "ms").output
        #expect(card.contains("ditetapkan oleh seseorang"))
        let cleared = try await machine.pantau(
            "lead", "edit", id, "--set", "who=", "--set", "where=", "--set", "needs=", "--set", "urgency=", "--set",
            "summary=")
        #expect(cleared.exit == 0)
        let again = try await shown(id, on: machine)
        for member in ["persons", "place", "needs", "urgency", "lead"] { #expect(again[member] == before[member]) }
        let journal = try await machine.pantau("log", id, "--json").output
        #expect(!journal.contains("Baharu") && !journal.contains("Kapar"))
    }

    @Test(arguments: [
        ["edit", "1", "--set", "colour=red"], ["edit", "1", "--set", "who"], ["edit", "1", "--set", "who=A, B, C"],
        ["edit", "1", "--set", "who=A, 999"], ["edit", "1", "--set", "where=Atlantis"],
        ["edit", "1", "--set", "needs=gold"], ["edit", "1", "--set", "urgency=now"], ["edit", "1"],
        ["label", "1", "--add", "Dua Kata"], ["label", "1"], ["assign", "1", "--to", "dua kata"], ["assign", "1"],
        ["assign", "1", "--to", "hafiz", "--nobody"], ["note", "1", " "], ["note", "1"], ["merge", "1"],
        ["merge", "1", "--into", "1"], ["merge", "1", "--into", "1-3"], ["rescore"], ["rescore", "1", "--all"],
        ["add"], ["add", "--text", "x", "--url", "https://rekaan.example/"], ["add", "--url", "file:///etc/passwd"],
        ["similar", "1", "--min", "7"], ["similar", "1-3"], ["open", "PR-26-000001-8"],
    ])
    func aMistakeIsExit64AndChangesNothing(arguments: [String]) async throws {
        let machine = try await Crawled.machine()
        let count = try await entries(on: machine)
        let ending = try await machine.start(["lead"] + arguments).end()
        #expect(ending.exit == 64, "\(ending)")
        #expect(ending.output.isEmpty)
        #expect(try await entries(on: machine) == count)
    }

    // MARK: Naming leads

    @Test func leadsAreNamedByNumberRangeReferenceAddressAndInput() async throws {
        let machine = try await Crawled.machine()
        let ids = try await open(4, on: machine)
        let url = try #require(try await shown(ids[0], on: machine)["articles"]?[0]?["url"]?.string)
        let ref = try #require(
            try await machine.pantau("lead", "accept", ids[1], "--json").json["changed"]?[0]?["ref"]?.string)
        let labelled = try await machine.pantau(
            "lead", "label", "#" + ids[2], url, ref, "--add", "a", "--json")
        #expect(
            try labelled.json["changed"]?.items?.compactMap { $0["id"]?.integer.map(String.init) }
                == [ids[2], ids[0], ids[1]])
        let list = try await machine.pantau("lead", "list", "-S", "label:a", "--format", "jsonl")
        let piped = try await machine.pantau("lead", "label", "--stdin", "--add", "b", "--json", input: list.output)
        #expect(try piped.json["changed"]?.items?.count == list.lines.count)
        let tabbed = try await machine.pantau("lead", "list", "-S", "label:b")
        #expect(tabbed.lines.count == list.lines.count)
        let again = try await machine.pantau("lead", "label", "--stdin", "--add", "c", input: tabbed.output)
        #expect(again.exit == 0, "\(again.messages)")
        for bad in ["{\"x\":1}\n", "{broken\n", "abc\n"] {
            #expect(try await machine.pantau("lead", "label", "--stdin", "--add", "d", input: bad).exit == 64, "\(bad)")
        }
        let nowhere = try await machine.pantau("lead", "show", "https://tiada.example/berita")
        #expect(nowhere.exit == 1)
        #expect(nowhere.messages.contains("No lead has an article"))
        let digit = ref.hasSuffix("1") ? "2" : "1"
        let mistyped = try await machine.pantau("lead", "show", String(ref.dropLast()) + digit)
        #expect(mistyped.exit == 64)
        #expect(mistyped.messages.contains("the last digit should be \(ref.suffix(1))"))
    }

    @Test func manyAtOnceAreShownFirstAndNeedAYes() async throws {
        let machine = try await Crawled.machine()
        let ids = try await open(4, on: machine)
        let refused = try await machine.start(["lead", "assign", "--to", "hafiz"] + ids).end()
        #expect(refused.exit == 64)
        #expect(refused.messages.contains("4 leads") && refused.messages.contains("... 1 more"))
        #expect(try await machine.start(["lead", "assign", "--to", "hafiz", "--max", "3"] + ids).end().exit == 64)
        #expect(try await machine.start(["lead", "assign", "--to", "hafiz", "--yes"] + ids).end().exit == 0)
        let mine = try await machine.pantau("lead", "list", "--mine", "--as", "hafiz", "--format", "id").lines
        #expect(Set(mine) == Set(ids))
    }

    // MARK: Similar, merged, parted

    @Test func copiesOfOneCaseAreFoundMergedAndParted() async throws {
        let machine = try await Crawled.machine()
        let id = try await open(1, on: machine)[0]
        let articles = try #require(try await shown(id, on: machine)["articles"]?.items)
        let article = articles[0]
        let text = try await machine.pantau("lead", "open", id, "--archived", "--json").json["text"]?.string
        let title = try #require(article["title"]?.string)
        try await machine.pantau("lead", "reject", id, "--reason", "not-enough-info")
        // A rejected lead takes no other in, so the telling of it that a person brings stands beside it.
        let added = try await machine.pantau(
            "lead", "add", "--title", title + " (telefon)", "--text", try #require(text), "--json")
        let copy = try #require(try added.json["changed"]?[0]?["id"]?.integer.map(String.init))
        #expect(try added.json["changed"]?[0]?["to"]?.string == "flagged")
        let similar = try await machine.pantau("lead", "similar", copy, "--json").json
        #expect(similar["schema"]?.string == "pantau.lead.similar/1")
        #expect(similar["items"]?[0]?["id"]?.integer.map(String.init) == id)
        #expect(similar["items"]?[0]?["offered"]?.bool == true)
        let table = try await machine.pantau("lead", "similar", copy, "--format", "table", "--width", "80")
        #expect(table.output.contains("% alike") && table.output.contains("pantau lead merge \(id) --into \(copy)"))
        let refused = try await machine.pantau("lead", "merge", copy, "--into", id)
        #expect(refused.exit == 5)
        #expect(refused.messages.contains("pantau lead reopen \(id)"))
        #expect(try await machine.pantau("lead", "reopen", id).exit == 0)
        #expect(try await machine.pantau("lead", "merge", copy, "--into", id).exit == 0)
        #expect(try await shown(id, on: machine)["articles"]?.items?.count == articles.count + 1)
        #expect(try await machine.pantau("lead", "list", "-S", "is:merged", "--format", "id").lines == [copy])
        let history = try await machine.pantau("lead", "history", id).output
        #expect(history.contains("took in #\(copy)"))
        let decided = try await machine.pantau("lead", "accept", copy, "--json")
        #expect(try decided.problem["hint"]?.string == "pantau lead unmerge \(copy)")
        // A range that holds the one that lives on is what one means by it.
        #expect(try await machine.pantau("lead", "merge", "\(id)", copy, "--into", id).exit == 0)
        #expect(try await machine.pantau("lead", "unmerge", copy).exit == 0)
        #expect(try await shown(id, on: machine)["articles"]?.items?.count == articles.count)
        try await machine.pantau("lead", "differ", copy, "--from", id)
        let judged = try await machine.pantau("lead", "similar", copy, "--json").json
        #expect(judged["items"]?[0]?["called_different"]?.bool == true)
        #expect(
            try await shown(copy, on: machine)["similar"]?.items?.contains { $0["id"]?.integer.map(String.init) == id }
                == false)
    }

    @Test func nothingSimilarIsSaidSo() async throws {
        let machine = try await Crawled.machine()
        try await machine.pantau("lead", "add", "--text", "Burung kenek-kenek hinggap di dahan.")
        let id = try #require(
            try await machine.pantau("lead", "list", "--order", "new", "-L", "1", "--format", "id").lines.first)
        let none = try await machine.pantau("lead", "similar", id, "--min", "1", "--format", "table")
        #expect((none.exit, none.output) == (0, "No similar leads.\n"))
        #expect(try await machine.pantau("lead", "similar", "99999").exit == 1)
    }

    // MARK: Looking

    @Test func theHistoryTellsAllInItsOrderAndTheNotes() async throws {
        let machine = try await Crawled.machine()
        let id = try await open(1, on: machine)[0]
        try await machine.pantau("lead", "claim", id)
        try await machine.pantau("lead", "accept", id, "--note", "Telefon majikan dahulu")
        try await machine.pantau("undo", "--as", "hafiz", "--entry", "1", "--yes")
        try await machine.pantau("undo")
        try await machine.pantau("lead", "edit", id, "--set", "urgency=urgent", "--as", "hafiz")
        let told = try await machine.pantau("lead", "history", id, "--format", "table", "--width", "100")
        let texts = ["flagged, score", "claimed", "accepted -> prospect PR-", "undo of entry", "corrected: urgent"]
        var rest = told.output[...]
        for text in texts {
            let found = try #require(rest.range(of: text), "\(text) in \(told.output)")
            rest = rest[found.upperBound...]
        }
        #expect(!told.output.contains("Telefon"), "the note went with its decision")
        try await machine.pantau("lead", "note", id, "Telefon majikan dahulu")
        let json = try await machine.pantau("lead", "history", id, "--json").json
        #expect(json["schema"]?.string == "pantau.lead.history/1")
        #expect(json["notes"]?[0]?["text"]?.string == "Telefon majikan dahulu")
        #expect(json["entries"]?.items?.contains { $0["verb"]?.string == "lead.open" } == false)
        let access = try await machine.pantau("lead", "history", id, "--access", "--json").json
        #expect(access["entries"]?.items?.contains { $0["verb"]?.string == "lead.open" } == true)
        let malay = try await machine.pantau("lead", "history", id, "--lang", "ms").output
        #expect(!malay.isEmpty)
    }

    @Test func anArticleIsOpenedOnlyOnceTheJournalSaysWho() async throws {
        let machine = try await Crawled.machine()
        let id = try await open(1, on: machine)[0]
        let opened = try await machine.pantau("lead", "open", id)
        #expect(opened.lines.count == 1 && opened.output.hasPrefix("http"))
        let log = try await machine.pantau("log", id, "--access", "--format", "tsv")
        #expect(log.records.first?[4].hasPrefix("lead.open") == true)
        #expect(try await machine.pantau("lead", "open", id, "--read-only").exit == 4)
        let copy = try await machine.pantau("lead", "open", id, "--archived")
        #expect(copy.lines.count > 2)
        let protected = try #require(
            try await machine.pantau("lead", "list", "-S", "is:protected", "--format", "id", "-L", "1").lines.first)
        for arguments in [["lead", "open", protected], ["lead", "open", protected, "--archived"]] {
            let refused = try await machine.start(arguments).end()
            #expect((refused.exit, refused.output) == (4, ""))
        }
    }
}
