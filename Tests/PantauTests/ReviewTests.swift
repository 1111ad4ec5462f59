import Foundation
import Testing
import Text

/// A squad member's day: the list, the reasons, the decisions, and taking them back.
@Suite struct ReviewTests {
    /// Numbers of leads that anybody may decide alone, the first in the list first.
    private func leads(_ count: Int, on machine: Machine) async throws -> [String] {
        let items = try await machine.pantau("lead", "list", "--limit", "0", "--format", "jsonl").jsonLines
        let open = items.filter { item in
            item["flags"]?.items?.contains { $0.string == "protected" } == false
        }.compactMap { $0["id"]?.integer.map(String.init) }
        try #require(open.count >= count)
        return Array(open.prefix(count))
    }

    private func state(of lead: String, on machine: Machine) async throws -> String? {
        try await machine.pantau("lead", "show", lead, "--json").json["state"]?.string
    }

    // MARK: Looking

    @Test func theListHasTheUrgentFirst() async throws {
        let listed = try await Crawled.machine().pantau("lead", "list", "--json", "--limit", "0")
        #expect(try listed.json["schema"]?.string == "pantau.lead.list/1")
        let items = try #require(try listed.json["items"]?.items)
        #expect(try listed.json["total"]?.integer == Int64(items.count))
        let ranks = items.map { ["emergency", "urgent", "routine"].firstIndex(of: $0["urgency"]?.string ?? "") ?? 9 }
        #expect(ranks == ranks.sorted())
        for item in items {
            for member in [
                "id", "state", "score", "band", "needs", "place", "headline", "language", "sources", "articles",
            ] {
                #expect(item[member] != nil, "\(member)")
            }
            #expect(item["state"]?.string == "flagged")
            #expect(item["claimed_by"] == .null)
        }
    }

    @Test func aPipeGetsFieldsPartedByTabsAndNothingCut() async throws {
        let machine = try await Crawled.machine()
        let listed = try await machine.pantau("lead", "list", "--limit", "0")
        let items = try await machine.pantau("lead", "list", "--limit", "0", "--format", "jsonl").jsonLines
        #expect(listed.records.count == items.count)
        #expect(listed.records.allSatisfy { $0.count == 9 && $0[7].hasSuffix("+08:00") })
        #expect(listed.records.map { $0[8] } == items.map { $0["headline"]?.string ?? "" })
        #expect(!listed.output.contains("…\n"))
    }

    @Test func theListCanBeNarrowed() async throws {
        let machine = try await Crawled.machine()
        let urgent = try await machine.pantau("lead", "list", "-S", "urgency:urgent", "--format", "jsonl").jsonLines
        #expect(!urgent.isEmpty && urgent.allSatisfy { $0["urgency"]?.string == "urgent" })
        #expect(try await machine.pantau("lead", "list", "--limit", "2", "--format", "id").lines.count == 2)
        let none = try await machine.pantau("lead", "list", "--search", "tiadalangsung", "--format", "table")
        #expect(none.exit == 0)
        #expect(none.output.hasPrefix("No leads match this filter."))
        let mistyped = try await machine.pantau("lead", "list", "-S", "sorce:harian")
        #expect((mistyped.exit, mistyped.output) == (64, ""))
        #expect(mistyped.messages.contains("\"sorce\" (column 1) is no key; the keys are need, state, district"))
    }

    @Test func showAndExplainSayWhoAndWhy() async throws {
        let machine = try await Crawled.machine()
        let id = try #require(try await leads(1, on: machine).first)
        let shown = try await machine.pantau("lead", "show", "#\(id)", "--json").json
        #expect(shown["schema"]?.string == "pantau.lead.show/1")
        #expect(shown["articles"]?.items?.isEmpty == false)
        let explained = try await machine.pantau("lead", "explain", id, "--json").json
        #expect(explained["schema"]?.string == "pantau.lead.explain/1")
        let contributions = try #require(explained["contributions"]?.items)
        #expect(!contributions.isEmpty)
        for contribution in contributions {
            #expect(contribution["rule"]?.string != nil && contribution["points"]?.integer != nil)
        }
        let text = try await machine.pantau("lead", "explain", id).output
        #expect(text.contains("«") && text.contains("the threshold is"))
        let malay = try await machine.pantau("lead", "explain", id, "--lang", "ms")
        #expect(malay.output.contains("daripada 100; ambang") && malay.output.contains("Kesegeraan:"))
        #expect(try await machine.pantau("lead", "explain", id, "--json", "--lang", "ms").json == explained)
        let article = try await machine.pantau("lead", "show", id, "--text")
        #expect(article.lines.count > 10)
    }

    @Test func aLeadThatIsNotThereIsSaidSo() async throws {
        let machine = try await Crawled.machine()
        for arguments in [["show", "99999"], ["explain", "99999"], ["accept", "99999"], ["claim", "99999"]] {
            let ending = try await machine.start(["lead"] + arguments).end()
            #expect(ending.exit == 1)
            #expect(ending.messages == "pantau: There is no lead #99999.\n", "\(arguments)")
        }
    }

    // MARK: Deciding

    @Test func acceptMakesAProspectThatIsHeld() async throws {
        let machine = try await Crawled.machine()
        let id = try await leads(1, on: machine)[0]
        let change = try await machine.pantau("lead", "accept", id, "--note", "telefon dahulu", "--json").json
        #expect(change["schema"]?.string == "pantau.change/1")
        #expect(change["verb"]?.string == "lead.accept")
        let changed = try #require(change["changed"]?.items?.first)
        #expect(changed["from"]?.string == "flagged" && changed["to"]?.string == "prospect")
        let ref = try #require(changed["ref"]?.string)
        #expect(ref.hasPrefix("PR-"))
        #expect(try await machine.pantau("prospect", "list", "--format", "id").lines == [ref])
        let record = try await machine.pantau("prospect", "show", ref, "--json").json
        #expect(record["ref"]?.string == ref)
        let mistyped = String(ref.dropLast()) + (ref.hasSuffix("1") ? "2" : "1")
        #expect(try await machine.pantau("prospect", "show", mistyped).exit == 64)
        // Twice is a note.
        let again = try await machine.pantau("lead", "accept", id)
        #expect(again.exit == 0)
        #expect(again.messages.contains("already a prospect (\(ref))"))
    }

    @Test(arguments: [
        ["reject", "--reason", "old-news"], ["snooze", "--until", "7d"], ["claim", "--for", "20m"],
        ["snooze", "--until", "new-article"], ["accept"],
    ])
    func doingItTwiceChangesNothing(verb: [String]) async throws {
        let machine = try await Crawled.machine()
        let id = try await leads(1, on: machine)[0]
        let arguments = ["lead", verb[0], id] + verb.dropFirst()
        let first = try await machine.start(arguments).end()
        #expect(first.exit == 0 && !first.output.isEmpty)
        let version = try await machine.pantau("lead", "show", id, "--json").json["version"]
        let entries = try await machine.pantau("log", "--format", "id").lines.count
        let second = try await machine.start(arguments).end()
        #expect(second.exit == 0)
        // A claim that is made again is longer.
        guard verb[0] != "claim" else { return }
        #expect(second.output.isEmpty && !second.messages.isEmpty)
        #expect(try await machine.pantau("lead", "show", id, "--json").json["version"] == version)
        #expect(try await machine.pantau("log", "--format", "id").lines.count == entries)
    }

    @Test func undoAndRedoWorkAcrossProcesses() async throws {
        let machine = try await Crawled.machine()
        let ids = try await leads(2, on: machine)
        try await machine.pantau("lead", "reject", ids[0], "--reason", "not-in-need")
        try await machine.start(["lead", "snooze", "--until", "1d"] + ids.suffix(1)).end()
        #expect(try await state(of: ids[0], on: machine) == "rejected")
        #expect(try await state(of: ids[1], on: machine) == "snoozed")
        #expect(try await machine.pantau("undo").output.hasPrefix("Undone: lead.snooze"))
        #expect(try await machine.pantau("undo").output.hasPrefix("Undone: lead.reject"))
        #expect(try await state(of: ids[0], on: machine) == "flagged")
        #expect(try await state(of: ids[1], on: machine) == "flagged")
        #expect(try await machine.pantau("redo").output.hasPrefix("Done again: lead.reject"))
        #expect(try await state(of: ids[0], on: machine) == "rejected")
        let verified = try await machine.pantau("log", "--verify")
        #expect(verified.exit == 0 && verified.output.contains("The log is whole"))
    }

    /// The chain of an old file is whole in itself; only what somebody else kept tells that more was decided.
    @Test func anOldDatabasePutBackIsFoundByACheckpoint() async throws {
        let machine = try await Crawled.machine()
        let id = try await leads(1, on: machine)[0]
        let old = try Machine(copyOf: machine)
        try await machine.pantau("lead", "reject", id, "--reason", "old-news")
        let checkpoint = try await machine.pantau("log", "checkpoint")
        #expect((checkpoint.exit, checkpoint.lines.count) == (0, 1))
        try old.write(checkpoint.output, to: "kept.json")
        let file = old.path("kept.json")
        #expect(try await machine.pantau("log", "--verify", "--checkpoint", file).exit == 0)
        #expect(try await old.pantau("log", "--verify").exit == 0)
        let found = try await old.pantau("log", "--verify", "--checkpoint", file)
        #expect(found.exit == 65)
        #expect(found.messages.contains("(checkpoint)"))
        try old.write(checkpoint.output.replacing("\"entry\":", with: "\"entry\":1"), to: "forged.json")
        let refused = try await old.pantau("log", "--verify", "--checkpoint", old.path("forged.json"))
        #expect(refused.exit == 65)
        #expect(refused.messages.contains("is no checkpoint, or was changed"))
    }

    @Test func oneCommandOnSeveralLeadsIsOneUndo() async throws {
        let machine = try await Crawled.machine()
        let ids = try await leads(5, on: machine)
        let asked = try await machine.start(["lead", "reject", "--reason", "other-topic"] + ids).end()
        #expect(asked.exit == 64)
        #expect(asked.messages.contains("--yes"))
        let done = try await machine.start(["lead", "reject", "--reason", "other-topic", "--yes"] + ids).end()
        #expect(done.exit == 0)
        #expect(done.messages.contains("5 done, 0 skipped"))
        #expect(try await machine.pantau("lead", "list", "--state", "rejected", "--format", "id").lines.count == 5)
        try await machine.pantau("undo")
        #expect(try await machine.pantau("lead", "list", "--state", "rejected", "--format", "id").lines.isEmpty)
    }

    @Test func nothingToUndoIsANote() async throws {
        let machine = try await Crawled.machine()
        let ending = try await machine.pantau("undo")
        #expect(ending.exit == 0)
        #expect(ending.messages == "There is nothing to undo.\n")
    }

    @Test func aSnoozedLeadComesBackWhenAskedFor() async throws {
        let machine = try await Crawled.machine()
        let id = try await leads(1, on: machine)[0]
        try await machine.pantau("lead", "snooze", id, "--until", "score+10")
        #expect(try await machine.pantau("lead", "list", "--state", "snoozed", "--format", "id").lines == [id])
        #expect(try await machine.pantau("lead", "unsnooze", id).exit == 0)
        #expect(try await state(of: id, on: machine) == "flagged")
        for word in ["yesterday", "2020-01-01", "score+0", "0d"] {
            #expect(try await machine.pantau("lead", "snooze", id, "--until", word).exit == 64, "\(word)")
        }
    }

    @Test func aColleaguesClaimIsRespectedUntilTakenOver() async throws {
        let machine = try await Crawled.machine()
        let id = try await leads(1, on: machine)[0]
        try await machine.pantau("lead", "claim", id)
        let refused = try await machine.pantau("lead", "accept", id, "--as", "hafiz", "--json")
        #expect(refused.exit == 5)
        #expect(try refused.problem["type"]?.string == "urn:pantau:error:err.claimed")
        #expect(try refused.problem["hint"]?.string == "--take-over")
        #expect(try await machine.pantau("lead", "list", "--mine", "--format", "id").lines == [id])
        #expect(try await machine.pantau("lead", "list", "--mine", "--as", "hafiz", "--format", "id").lines.isEmpty)
        #expect(try await machine.pantau("lead", "accept", id, "--as", "hafiz", "--take-over").exit == 0)
    }

    @Test func whatIsReleasedIsFreeForAll() async throws {
        let machine = try await Crawled.machine()
        let id = try await leads(1, on: machine)[0]
        try await machine.pantau("lead", "claim", id)
        #expect(try await machine.pantau("lead", "release", id).exit == 0)
        #expect(try await machine.pantau("lead", "reject", id, "--reason", "doubtful", "--as", "hafiz").exit == 0)
    }

    @Test func aScriptDecidesOnlyWhatItHasSeen() async throws {
        let machine = try await Crawled.machine()
        let id = try await leads(1, on: machine)[0]
        let version = try #require(try await machine.pantau("lead", "show", id, "--json").json["version"]?.integer)
        try await machine.pantau("lead", "snooze", id, "--until", "1d", "--as", "hafiz")
        let stale = try await machine.pantau("lead", "accept", id, "--if-version", "\(version)")
        #expect(stale.exit == 5)
        #expect(try await state(of: id, on: machine) == "snoozed")
    }

    @Test func aDryRunAndReadOnlyWriteNothing() async throws {
        let machine = try await Crawled.machine()
        let id = try await leads(1, on: machine)[0]
        let dry = try await machine.pantau("lead", "accept", id, "--dry-run")
        #expect(dry.exit == 0)
        #expect(dry.records == [[id, "flagged", "lead.accept"]])
        let refused = try await machine.pantau("lead", "accept", id, "--read-only")
        #expect(refused.exit == 4)
        #expect(try await state(of: id, on: machine) == "flagged")
        #expect(try await machine.pantau("lead", "list", "--read-only").exit == 0)
        #expect(try await machine.pantau("crawl", "--read-only").exit == 4)
    }

    @Test func aRejectionNeedsAReasonAndOtherNeedsANote() async throws {
        let machine = try await Crawled.machine()
        let id = try await leads(1, on: machine)[0]
        let none = try await machine.pantau("lead", "reject", id)
        #expect(none.exit == 64)
        #expect(none.messages.contains("old-news"))
        #expect(try await machine.pantau("lead", "reject", id, "--reason", "other").exit == 64)
        #expect(try await state(of: id, on: machine) == "flagged")
    }

    @Test func aProtectedIdentityNeedsASecondPersonAndIsNeverPrinted() async throws {
        let machine = try await Crawled.machine()
        let items = try await machine.pantau("lead", "list", "--limit", "0", "--format", "jsonl").jsonLines
        let lead = items.first { $0["flags"]?.items?.contains { $0.string == "protected" } == true }
        let id = try #require(lead?["id"]?.integer.map(String.init))
        #expect(lead?["headline"]?.string == "[identity protected]")
        let shown = try await machine.pantau("lead", "show", id, "--json").json
        #expect(shown["persons"]?.items == [])
        #expect(try await machine.pantau("lead", "accept", id).exit == 5)
        #expect(try await machine.pantau("lead", "accept", id, "--second", "aminah").exit == 5)
        #expect(try await machine.pantau("lead", "accept", id, "--second", "hafiz").exit == 0)
    }

    // MARK: The log

    @Test func theLogSaysWhoDidWhat() async throws {
        let machine = try await Crawled.machine()
        let ids = try await leads(2, on: machine)
        try await machine.pantau("lead", "reject", ids[0], "--reason", "already-helped")
        try await machine.pantau("lead", "snooze", ids[1], "--until", "1d", "--as", "hafiz")
        let entries = try await machine.pantau("log", "--json", "--limit", "2").jsonLines
        #expect(entries.map { $0["actor"]?.string } == ["hafiz", "aminah"])
        #expect(entries.map { $0["verb"]?.string } == ["lead.snooze", "lead.reject"])
        #expect(entries[0]["prev"]?.string == entries[1]["hash"]?.string)
        let mine = try await machine.pantau("log", "--mine")
        #expect(mine.records.map { $0[4] } == ["lead.reject already-helped #\(ids[0])"])
        #expect(try await machine.pantau("log", ids[1], "--by", "hafiz").lines.count == 1)
    }
}
