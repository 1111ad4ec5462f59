import Foundation
import LoopbackServer
import Model
import Testing
import Text

/// Nobody is closed into nothing, by whichever way it is said: at the keyboard, in a file, over a feed.
@Suite struct NoWrongDoorTests {
    /// A machine with a prospect that PERKESO has; its reference, its id and that of its leg.
    private struct Sent {
        let machine: Machine
        let ref: String
        let id: String
        let leg: String

        init() async throws {
            machine = try await Crawled.machine()
            let first = try await machine.pantau("lead", "list", "--limit", "1", "--format", "id").lines.first
            try await machine.pantau("lead", "accept", try #require(first), "--now", "--second", "hafiz")
            ref = try #require(try await machine.pantau("prospect", "list", "--format", "id").lines.first)
            #expect(try await machine.pantau("referral", "send", ref, "--to", "PERKESO").exit == 0)
            let record = try await machine.pantau("prospect", "show", ref, "--json").json
            id = try #require(record["id"]?.string)
            leg = try #require(record["referrals"]?[0]?["id"]?.string)
        }

        /// A change of the leg, as the contract writes it.
        func change(_ state: String, _ more: [(String, JSONValue)] = []) -> JSONValue {
            let members: [(String, JSONValue)] = [
                ("schema_version", "1.0.0"), ("id", .string(UUID().uuidString)), ("prospect_id", .string(id)),
                ("referral_id", .string(leg)), ("hop", 1), ("state", .string(state)),
                ("at", .string((Instant.present + .seconds(1)).rfc3339())), ("by", "mysynergy:kaunter-07"),
            ]
            return .object((members + more).map { .init($0.0, $0.1) })
        }

        func importing(_ changes: JSONValue...) async throws -> Ending {
            let file = "changes-\(UUID().uuidString).jsonl"
            try machine.write(changes.map(\.text).joined(separator: "\n"), to: file)
            return try await machine.pantau("referral", "import", machine.path(file), "--json")
        }

        func referral() async throws -> JSONValue {
            try await machine.pantau("referral", "list", "--state", "referred", "--json").json
        }
    }

    private static let refusals = ["returned", "redirected", "not_eligible", "unreachable"]

    @Test(arguments: refusals)
    func aRefusalWithoutTheNextStepIsNotTakenFromAFile(state: String) async throws {
        let sent = try await Sent()
        let ending = try await sent.importing(sent.change(state, [("reason", "not-covered")]))
        #expect(ending.exit == 3)
        #expect(try ending.json["applied"]?.integer == 0 && ending.json["refused"]?.items?.count == 1)
        #expect(try await sent.referral()["status"]?.string == "referred")
        let step: JSONValue =
            state == "redirected" ? ["kind": "redirect", "agency": "JKM"] : ["kind": "return_to_squad"]
        let before = try await sent.importing(
            sent.change("received"), sent.change("accepted"),
            sent.change(state, [("reason", "not-covered"), ("next_step", step)]))
        #expect(before.exit == 0, "\(before.messages)")
        let record = try await sent.machine.pantau("prospect", "show", sent.ref, "--json").json
        #expect(record["next_action"] != nil)
    }

    @Test func aTableWithoutTheNextStepIsRefusedRowByRow() async throws {
        let sent = try await Sent()
        let rows = Self.refusals.map { "\(sent.ref),\($0),PERKESO,2026-12-01T09:00:00+08:00,k-07,not-covered" }
        try sent.machine.write(
            "ref,state,agency,at,by,reason\r\n" + rows.joined(separator: "\r\n") + "\r\n", to: "jadual.csv")
        let file = sent.machine.path("jadual.csv")
        let dry = try await sent.machine.pantau("referral", "import", file, "--dry-run")
        #expect(dry.exit == 3 && !sent.machine.exists("jadual.csv.rejected.csv"))
        #expect(try await sent.machine.pantau("referral", "import", file).exit == 3)
        let rejected = try String(contentsOfFile: file + ".rejected.csv", encoding: .utf8)
        #expect(rejected.components(separatedBy: "\r\n").filter { $0.contains("needsNextStep") }.count == 4)
        #expect(try await sent.referral()["status"]?.string == "referred")
    }

    @Test func aFeedsRefusalWithoutTheNextStepIsKeptAndShown() async throws {
        let sent = try await Sent()
        let bad = sent.change("not_eligible", [("reason", "not-covered")])
        let good = sent.change("received")
        let odd = sent.change("helped", [("outcome", ["programmes": ["Bantuan Am"]])])
        let page: JSONValue = [
            "items": .array([bad, good, odd].map { ["data": $0] }), "next": "3", "has_more": false,
        ]
        let server = try LoopbackServer { _ in .text(page.text, type: "application/json") }
        defer { server.stop() }
        try sent.machine.write("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz\n", to: "config/pantau/secret")
        chmod(sent.machine.path("config/pantau/secret"), 0o600)
        try sent.machine.write(
            """
            consumers:
              - {name: mysynergy, url: "\(server.url(""))", secret-file: "\(sent.machine.path("config/pantau/secret"))"}
            """, to: "config/pantau/consumers.yaml")
        let ending = try await sent.machine.pantau("referral", "sync", "--json")
        #expect(ending.exit == 3)
        let report = try ending.json
        #expect(report["applied"]?.integer == 1 && report["stored"]?.integer == 1)
        #expect(report["refused"]?.items?.count == 1)
        // What was refused stays for a person to ask about; what the table does not have, to be judged.
        let refused = try await sent.machine.pantau("referral", "sync", "--refused").records
        #expect(refused.count == 1 && refused[0].last?.contains("not_eligible") == true)
        let shown = try await sent.machine.pantau("referral", "show", sent.ref)
        #expect(shown.output.contains("To judge: helped") && shown.output.contains("--anyway"))
        #expect(
            try await sent.machine.pantau("referral", "list", "--coordinator", "--format", "id").lines == [sent.ref])
        let record = try await sent.machine.pantau("prospect", "show", sent.ref, "--json").json
        #expect(record["status"]?.string == "received")
    }

    @Test func moreThanFourDoorsGoToTheCoordinatorWhoSeesThemAll() async throws {
        let sent = try await Sent()
        let machine = sent.machine
        for (agency, next) in [("PERKESO", "JKM"), ("JKM", "LZS"), ("LZS", "NADMA"), ("NADMA", "JTKSM")] {
            #expect(
                try await machine.pantau("referral", "list", "--coordinator", "--format", "id").lines.isEmpty,
                "\(agency)")
            let refused = try await machine.pantau(
                "referral", "set", sent.ref, "--agency", agency, "--state", "returned", "--reason", "wrong-agency",
                "--back")
            #expect(refused.exit == 0, "\(refused.messages)")
            let sending = try await machine.pantau(
                "referral", "send", sent.ref, "--to", next, "--without-consent", "tiada bumbung malam ini")
            #expect(sending.exit == 0, "\(sending.messages)")
        }
        #expect(try await machine.pantau("referral", "list", "--coordinator", "--format", "id").lines == [sent.ref])
        let shown = try await machine.pantau("referral", "show", sent.ref)
        #expect(shown.output.contains("Doors tried: PERKESO, JKM, LZS, NADMA, JTKSM."))
        #expect(shown.output.contains("coordinator: 5 doors tried"))
    }

    @Test func aClockThatWasMissedTwiceGoesToTheCoordinator() async throws {
        let sent = try await Sent()
        let late = JSONValue.string((Instant.present - .days(60)).rfc3339())
        #expect(try await sent.importing(sent.change("accepted", [("due_at", late)])).exit == 0)
        let list = try await sent.machine.pantau("referral", "list", "--coordinator", "--json").json
        #expect(list["ref"]?.string == sent.ref && list["overdue"]?.bool == true)
        #expect(
            try await sent.machine.pantau("referral", "show", sent.ref).output.contains(
                "coordinator: PERKESO late twice"))
        // A reminder starts the clock anew; what was missed stays counted.
        #expect(try await sent.machine.pantau("referral", "nudge", sent.ref).exit == 0)
        #expect(try await sent.machine.pantau("referral", "list", "--overdue", "--format", "id").lines.isEmpty)
    }

    @Test func adviceAsAnEndNeedsANoteAndASignature() async throws {
        let sent = try await Sent()
        let advice: [String] = [
            "referral", "set", sent.ref, "--state", "returned", "--reason", "not-covered", "--advice",
        ]
        func end(_ more: String...) async throws -> Int32? {
            try await sent.machine.start(advice + more).end(within: .seconds(300)).exit
        }
        #expect(try await end() == 64)
        #expect(try await end("--signed-by", "penyelaras-1") == 64)
        #expect(try await end("--signed-by", "penyelaras-1", "--note", "Diberi nombor Talian Kasih") == 0)
    }

    // MARK: Duplicates

    @Test func aDuplicateOfAFileIsShownAndCanBeOpenedAgain() async throws {
        let sent = try await Sent()
        let machine = sent.machine
        let none = try await sent.importing(sent.change("duplicate"))
        #expect(none.exit == 3)
        let original: JSONValue = ["system": "mysynergy", "id": "MS-77"]
        #expect(try await sent.importing(sent.change("duplicate", [("duplicate_of", original)])).exit == 0)
        let record = try await machine.pantau("prospect", "show", sent.ref, "--json").json
        #expect(record["status"]?.string == "duplicate" && record["dedupe"]?["duplicate_of"] == original)
        #expect(try await machine.pantau("referral", "show", sent.ref).output.contains("Duplicate of mysynergy MS-77"))
        #expect(try await machine.pantau("prospect", "list", "--json").json["status"]?.string == "duplicate")
        #expect(try await machine.pantau("referral", "list", "--format", "id").lines.isEmpty)
        #expect(try await machine.pantau("prospect", "reopen", sent.ref).exit == 0)
        #expect(try await machine.pantau("referral", "list", "--format", "id").lines == [sent.ref])
    }

    @Test func whatWasWithdrawnByMistakeIsOpenedAgain() async throws {
        let sent = try await Sent()
        let machine = sent.machine
        #expect(try await machine.pantau("prospect", "reopen", sent.ref).exit == 5)
        #expect(try await machine.pantau("prospect", "withdraw", sent.ref, "--reason", "other").exit == 0)
        #expect(try await machine.pantau("referral", "list", "--format", "id").lines.isEmpty)
        #expect(try await machine.pantau("prospect", "reopen", sent.ref).exit == 0)
        #expect(try await machine.pantau("referral", "list", "--format", "id").lines == [sent.ref])
        #expect(try await machine.pantau("referral", "send", sent.ref, "--to", "PERKESO", "--again").exit == 0)
        #expect(try await machine.pantau("log", "--verify").exit == 0)
    }
}
