import ArgumentParser
import Model
import Storing
import StoringSamples
import Testing
import Text

@testable import pantau

/// What of a person stands on a screen.
@Suite struct MaskTests {
    @Test(arguments: [
        ("Mohd Rekaan bin Contoh merayu", "M. R. bin C. merayu"), ("REKAAN merayu bantuan", "R. merayu bantuan"),
        ("rekaan cereka tidak disembunyi", "rekaan cereka tidak disembunyi"),
        ("Contoh-Rekaan's rumah", "C.-R.'s rumah"), ("", ""), ("Bantuan untuk anak", "Bantuan untuk anak"),
    ])
    func aHeadlineOfAListHasInitials(headline: String, masked: String) {
        #expect(NameMask(["Mohd Rekaan bin Contoh"]).initials(in: headline) == masked)
    }

    @Test func starsKeepEveryPlaceInTheText() {
        let mask = NameMask(["Siti Rékaan"])
        let text = "Anak itu, Siti Rékaan, 9, dirawat."
        #expect(mask.stars(in: text) == "Anak itu, S*** R*****, 9, dirawat.")
        #expect(mask.stars(in: text).unicodeScalars.count == text.unicodeScalars.count)
    }

    @Test(arguments: [(0, "0-6"), (7, "7-12"), (17, "13-17"), (18, "18-29"), (34, "30-39"), (79, "70-79"), (96, "80+")])
    func anAgeIsTenYearsWide(years: Int, band: String) { #expect(ageBand(years) == band) }

    @Test func aListHasInitialsAndAgeBandsForEverybody() async throws {
        let desk = try MemoryDesk()
        try await desk.keepTwoLeads()
        for format in ["table", "tsv", "csv", "json", "jsonl"] {
            let list = try await desk.run("lead list --format \(format)").data
            #expect(!list.contains("Rekaan Contoh"), "\(format)")
            #expect(list.contains("R. C. hilang rumah"), "\(format)")
        }
        let who = try await desk.run("lead list --fields id,who").records
        #expect(who == [["1", ""], ["2", "R. b. C. 30-39"]])
    }

    @Test func aReviewerWhoOpensALeadReadsTheName() async throws {
        let desk = try MemoryDesk()
        try await desk.keepTwoLeads()
        let shown = try await desk.run("lead show 2 --text")
        #expect(shown.data.contains("Rekaan bin Contoh, 34"))
        #expect(try await desk.log().first?.draft.verb == "lead.open")
    }

    /// Neither name nor headline, quotation, address or text, in no format.
    @Test(arguments: ["table", "json", "jsonl"]) func aProtectedLeadTellsNobody(format: String) async throws {
        let desk = try MemoryDesk()
        try await desk.keepTwoLeads()
        for line in ["lead show 1 --text", "lead explain 1", "lead list"] {
            let data = try await desk.run("\(line) --format \(format)").data
            #expect(data.contains("[identity protected]"), "\(line)")
            for secret in ["Rekaan bin", "Rekaan Contoh", "didera", "berita/1", "Taman Contoh", "hangus \""] {
                #expect(!data.contains(secret), "\(line) \(secret)")
            }
        }
    }

    @Test func aSupervisorWithAReasonSeesWhoItIsAndTheReasonIsKept() async throws {
        let desk = try MemoryDesk()
        try await desk.keepTwoLeads()
        try await desk.registerEverybody()
        let shown = try await desk.run("lead show 1 --reveal --reason panggilan␣hospital", by: "supervisor")
        #expect(shown.data.contains("Rekaan bin Contoh, 34"))
        #expect(shown.messages.contains("there are none to reveal"))
        let entry = try #require(try await desk.log().first { $0.draft.verb == "lead.reveal" })
        #expect(!entry.draft.targets.map(\.after.text).joined().contains("panggilan"))
        let notes = try await desk.store.read { db in try db.notes(of: LeadID(1)) }
        #expect(notes.map(\.text) == ["panggilan hospital"])
        #expect(try await desk.run("lead show 1 --reveal --reason x", by: "reviewer").failure?.id == "err.role")
    }

    @Test(arguments: ["lead show 1 --reveal", "lead show 1 --reason x", "lead show 1 --reveal --reason ␣"])
    func aRevealNeedsAReason(line: String) {
        let words = line.split(separator: " ").map { String($0).replacing("␣", with: " ") }
        #expect(throws: (any Error).self) { try Pantau.parseAsRoot(words) }
    }

    @Test func aNamedChildInNeedIsProtectedAndAChildOfTheFamilyIsStarred() async throws {
        let desk = try MemoryDesk()
        var family = Sample.identification()
        family.persons.append(Person(name: "Adik Cereka", age: .init(years: 9), role: .family))
        try await desk.keep(
            Sample.found(Sample.article(1), identification: Sample.identification(age: 9)),
            Sample.found(
                Sample.article(2, title: "Rumah hangus, Adik Cereka melecur", text: "Adik Cereka, 9, melecur."),
                identification: family))
        #expect(try await desk.run("lead list --fields id,headline").records[0][1] == "[identity protected]")
        let shown = try await desk.run("lead show 2 --text").data
        #expect(shown.contains("Rekaan bin Contoh, 34") && shown.contains("A*** C*****, 9, melecur."))
        #expect(!shown.contains("Cereka"))
    }

    @Test func whoMayNotReadTextsCannotAskForNames() async throws {
        let desk = try MemoryDesk()
        try await desk.keepTwoLeads()
        try await desk.registerEverybody()
        #expect(try await desk.run("lead list -S rekaan", by: "viewer").failure?.id == "err.search-role")
        #expect(try await desk.run("lead list --search=-rekaan", by: "viewer").failure?.id == "err.search-role")
        #expect(try await desk.run("lead list -S score>=70 --format id", by: "viewer").data == "1\n")
        #expect(try await desk.run("lead list -S rekaan --format id", by: "reviewer").data == "2\n")
    }
}
