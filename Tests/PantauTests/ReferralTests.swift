import Foundation
import Testing
import Text

/// A squad's way with its prospects, through the built program.
@Suite struct ReferralTests {
    /// A machine with a prospect that may leave, and its reference.
    private func ready() async throws -> (machine: Machine, ref: String) {
        let machine = try await Crawled.machine()
        let id = try #require(try await machine.pantau("lead", "list", "--limit", "1", "--format", "id").lines.first)
        try await machine.pantau("lead", "accept", id, "--now", "--second", "hafiz")
        let ref = try #require(try await machine.pantau("prospect", "list", "--format", "id").lines.first)
        return (machine, ref)
    }

    @discardableResult
    private func run(_ arguments: [String], on machine: Machine) async throws -> Ending {
        try await machine.start(arguments).end(within: .seconds(300))
    }

    @Test func aCaseGoesThroughTwoDoors() async throws {
        let (machine, ref) = try await ready()
        #expect(try await machine.pantau("referral", "send", ref, "--to", "PERKESO").exit == 0)
        let first = try await machine.pantau("referral", "list", "--json").json
        #expect(first["status"]?.string == "referred" && first["assistance"]?.string == "belum_dibantu")

        // An agency that says no and leaves it at that is asked for the next door.
        let refusal = ["referral", "set", ref, "--state", "not_eligible", "--reason", "not-covered"]
        let closed = try await run(refusal, on: machine)
        #expect(closed.exit == 64)
        #expect(closed.messages.contains("--to AGENCY, --back, --wait DATE"))
        #expect(
            try await run(refusal + ["--back", "--note", "tiada rekod, telefon 012-345 6789"], on: machine).exit == 0)
        let shown = try await machine.pantau("referral", "show", ref).output
        #expect(shown.contains("telefon [phone ******]") && !shown.contains("345 6789"))
        #expect(try await machine.pantau("today").output.contains("Returned"))
        #expect(try await machine.pantau("referral", "list", "--returned", "--format", "id").lines == [ref])

        // The same door only with --again, and another one only with consent.
        let again = try await machine.pantau("referral", "send", ref, "--to", "perkeso")
        #expect(again.exit == 5 && again.messages.contains("--again"))
        let secret = try await machine.pantau("referral", "send", ref, "--to", "JKM")
        #expect(secret.exit == 5 && secret.messages.contains("pantau prospect consent"))
        try await machine.pantau("prospect", "consent", ref, "--status", "given", "--method", "phone")
        #expect(try await machine.pantau("referral", "send", ref, "--to", "JKM").exit == 0)
        for state in ["accepted", "being_helped"] {
            #expect(try await machine.pantau("referral", "set", ref, "--agency", "JKM", "--state", state).exit == 0)
        }
        #expect(
            try await machine.pantau(
                "referral", "set", ref, "--agency", "JKM", "--state", "helped", "--programme", "Bantuan Am"
            ).exit == 0)

        let page = try await machine.pantau("referral", "show", ref)
        #expect(page.output.contains("Doors tried: PERKESO, JKM."))
        #expect(page.output.contains("Bantuan Am") && page.output.contains("tiada rekod"))
        let record = try await machine.pantau("prospect", "show", ref, "--json").json
        #expect(record["assistance"]?.string == "telah_dibantu")
        #expect(record["referrals"]?.items?.count == 2)
        #expect(try await machine.pantau("log", "--verify").exit == 0)
    }

    @Test func whatIsHeldStaysUntilItIsLetGo() async throws {
        let (machine, ref) = try await ready()
        #expect(try await machine.pantau("prospect", "hold", ref, "--for", "2h").exit == 0)
        #expect(try await machine.pantau("outbox", "--format", "id").lines == [ref])
        let held = try await machine.pantau("referral", "send", ref, "--to", "PERKESO", "--json")
        #expect(try held.problem["type"]?.string == "urn:pantau:error:err.held")
        #expect(try await machine.pantau("outbox", "send-now", ref).exit == 0)
        #expect(try await machine.pantau("referral", "send", ref, "--to", "PERKESO").exit == 0)
        #expect(try await machine.pantau("prospect", "withdraw", ref, "--reason", "requested-by-squad").exit == 0)
        #expect(try await machine.pantau("referral", "send", ref, "--to", "PERKESO", "--again").exit == 5)
        #expect(try await machine.pantau("referral", "list").output.isEmpty)
    }

    @Test func nonsenseIsAnsweredAndChangesNothing() async throws {
        let (machine, ref) = try await ready()
        let wrong = ref.dropLast() + (ref.hasSuffix("0") ? "1" : "0")
        #expect(try await machine.pantau("referral", "show", String(wrong)).exit != 0)
        #expect(try await machine.pantau("referral", "send", ref, "--to", "JKN").messages.contains("Did you mean JKM"))
        #expect(try await machine.pantau("referral", "send", ref, "--to", "JKM", "--also", "--instead").exit == 64)
        #expect(try await machine.pantau("referral", "set", ref, "--state", "somewhere").exit == 64)
        #expect(try await machine.pantau("referral", "set", ref, "--state", "accepted").exit == 5)
        #expect(try await machine.pantau("prospect", "consent", ref, "--status", "refused").exit == 64)
        #expect(try await machine.pantau("prospect", "split", "999999").exit == 1)
        #expect(try await machine.pantau("--read-only", "referral", "send", ref, "--to", "JKM").exit != 0)
        #expect(try await machine.pantau("referral", "list").output.isEmpty)
    }

    @Test func programmesAndAgenciesAreShownAndAdded() async throws {
        let (machine, ref) = try await ready()
        let lead = try #require(
            try await machine.pantau("prospect", "list", "--json").json["lead"]?.integer.map(String.init))
        let hints = try await machine.pantau("programme", "match", lead)
        #expect(!hints.records.isEmpty && hints.messages.contains("Hints to check"))
        #expect(try await machine.pantau("programme", "show", "LINDUNG Kasih").output.contains("PERKESO.SKSSR"))
        #expect(try await machine.pantau("programme", "show", "LINDUNG Kasi").exit == 1)
        #expect(try await machine.pantau("agency", "list", "--kind", "zakat").lines.count == 14)
        let adding = [
            "agency", "add", "YAYASAN-CONTOH", "--ms", "Yayasan Contoh", "--kind", "ngo", "--evidence", "surat 2026",
        ]
        #expect(try await run(adding, on: machine).exit == 0)
        #expect(try await machine.pantau("agency", "show", "yayasan-contoh").output.contains("surat 2026"))
        #expect(try await machine.pantau("agency", "add", "Yayasan", "--ms", "a", "--evidence", "b").exit == 64)
        let why = "tiada tempat tidur malam ini"
        #expect(
            try await machine.pantau("referral", "send", ref, "--to", "YAYASAN-CONTOH", "--without-consent", why).exit
                == 0)
        try machine.write("version: 1\nagencies:\n  - {code: JKM, kind: royal}\n", to: "agensi.yaml")
        let bad = try await machine.pantau("agency", "import", machine.path("agensi.yaml"))
        #expect(bad.exit == 65 && bad.messages.contains("agensi.yaml:3:"))
    }
}
