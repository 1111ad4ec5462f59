import Model
import Storing
import Testing
import Text

@testable import Referring

@Suite struct ChangeReadingTests {
    private static let valid = """
        {"schema_version":"1.0.0","id":"01A20B4C-9ce0-48bc-963c-82eee1873328","test":true,
        "prospect_id":"01a1f18a-11c0-7286-bc93-d7e44bf23c5b","prospect_ref":"PR-26-001017-1","prospect_revision":5,
        "referral_id":"01a1f6ae-9900-49aa-9f48-0cdef82949f5","hop":2,"state":"returned","agency":"JKM",
        "at":"2026-11-24T10:05:00+08:00","by":"mysynergy:jkm-kb-07","previous_state":"accepted","reason":"missing-info",
        "external_case_id":"JKM-TEST-88123","due_at":"2026-12-22T10:05:00Z",
        "next_step":{"kind":"hold","due_at":"2026-11-27T17:00:00+08:00","note":"kad OKU"},"unknown":{"a":[1]}}
        """

    @Test func aChangeIsReadWithEverythingItTells() throws {
        let change = try StatusChange(json: JSONValue(parsing: Self.valid.utf8))
        #expect(change.id.description == "01a20b4c-9ce0-48bc-963c-82eee1873328")
        #expect(change.ref?.description == "PR-26-001017-1" && change.hop == 2 && change.state == .returned)
        #expect(change.nextStep?.note == "kad OKU" && change.dueAt?.rfc3339() == "2026-12-22T18:05:00+08:00")
        #expect(change.problem == nil)
        // What is kept is read back as it was.
        var again = try StatusChange(json: change.json)
        again.at = change.at
        #expect(again == change)
    }

    private static let mistakes: [(String, String, String)] = [
        (#""schema_version":"1.0.0""#, #""schema_version":"2.0.0""#, "/schema_version"),
        (#""id":"01A20B4C-9ce0-48bc-963c-82eee1873328""#, #""id":"1""#, "/id"),
        (#""prospect_id":"01a1f18a-11c0-7286"#, #""prospect_id":"01a1f18a-11c0-4286"#, "/prospect_id"),
        ("PR-26-001017-1", "PR-26-001017-2", "/prospect_ref"), (#""hop":2"#, #""hop":10"#, "/hop"),
        (#""hop":2"#, #""hop":"2""#, "/hop"), (#""state":"returned""#, #""state":"lost""#, "/state"),
        (#""agency":"JKM""#, #""agency":"jkm""#, "/agency"),
        (#""at":"2026-11-24T10:05:00+08:00""#, #""at":"now""#, "/at"),
        (#""by":"mysynergy:jkm-kb-07""#, #""by":"Siti binti Contoh""#, "/by"),
        (#""kind":"hold""#, #""kind":"wait""#, "/next_step"),
        (#""due_at":"2026-11-27T17:00:00+08:00","#, "", "/next_step"),
        (#""external_case_id":"JKM-TEST-88123""#, #""external_case_id":5"#, "/external_case_id"),
    ]

    @Test(arguments: mistakes)
    func aMistakeIsToldByItsPlace(right: String, wrong: String, pointer: String) throws {
        let text = Self.valid.replacing(right, with: wrong)
        #expect(text != Self.valid)
        do throws(ChangeProblem) {
            _ = try StatusChange(json: try parsed(text))
            Issue.record("read")
        } catch {
            guard case .member(pointer, _) = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    private func parsed(_ text: String) throws(ChangeProblem) -> JSONValue {
        do { return try JSONValue(parsing: text.utf8) } catch { throw .member("", expected: "\(error)") }
    }

    @Test(arguments: ["[]", "3", "null", "{}", #""text""#])
    func whatIsNoChangeIsRefused(text: String) throws {
        let json = try JSONValue(parsing: text.utf8)
        #expect(throws: ChangeProblem.self) { try StatusChange(json: json) }
    }

    @Test func aReasonOfALaterVersionIsKeptAsOther() throws {
        let text = Self.valid.replacing("missing-info", with: "moved-abroad")
        #expect(try StatusChange(json: JSONValue(parsing: text.utf8)).reason == .other)
    }

    /// The contract's own samples, where they lie beside the project.
    @Test func theContractsSamplesAreRead() throws {
        for text in try contractLines("samples/status-changes.jsonl") {
            let json = try JSONValue(parsing: text.utf8)
            let change = try StatusChange(json: json)
            #expect(change.problem == nil)
            let previous = try #require(json["previous_state"]?.string.flatMap(ReferralState.init))
            #expect(previous.successors.contains(change.state))
        }
    }

    @Test(arguments: ["JKM", "LZS", "A1", "JTK-SABAH", "X.Y_Z-1"]) func codesOfAgencies(code: String) {
        #expect(isAgencyCode(code))
    }

    @Test(arguments: ["", "J", "jkm", "-JKM", "JK M", "JKM\u{301}", String(repeating: "A", count: 33)])
    func whatIsNoCode(code: String) { #expect(!isAgencyCode(code)) }
}
