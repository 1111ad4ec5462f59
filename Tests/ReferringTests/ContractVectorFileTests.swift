import Foundation
import Hashing
import Model
import Testing
import Text

@testable import Referring

/// All of the contract's vectors.json, which lies in Tests/Contract; keys and people in it are invented. A family that is
/// added there and not here is told.
@Suite struct ContractVectorFileTests {
    private let vectors: JSONValue

    init() throws {
        let file = URL(fileURLWithPath: #filePath).appendingPathComponent("../../Contract/vectors.json").standardized
        vectors = try JSONValue(parsing: Array(try Data(contentsOf: file)))
    }

    private func cases(_ family: String) throws -> [JSONValue] { try #require(vectors[family]?.items) }

    @Test func everyFamilyIsReproduced() {
        #expect(
            vectors.members?.map(\.name) == [
                "note", "standard_webhooks", "damm", "normalise_name", "hmac", "scalar_offsets", "status_from_legs",
                "csv_guard",
            ])
    }

    @Test func webhooksAreSignedAsTheStandardSays() throws {
        let family = try #require(vectors["standard_webhooks"])
        let body = Array(try #require(family["body"]?.string).utf8)
        #expect(Digest(of: body).hexadecimal == family["body_sha256"]?.string)
        let key = try #require(family["secret"]?.string.flatMap { [UInt8](base64: String($0.dropFirst(6))) })
        let secret = try #require(WebhookSecret(keys: [key]))
        let id = try #require(family["webhook-id"]?.string)
        let time = try #require(family["webhook-timestamp"]?.integer)
        #expect(
            secret.signature(of: body, id: id, at: Instant(seconds: time)) == family["webhook-signature"]?.string)
        // The other kind of signature; ours signs manifests by the same library.
        let pair = try #require(family["ed25519"])
        let seed = try #require(pair["secret"]?.string.flatMap { [UInt8](base64: String($0.dropFirst(5))) })
        let signer = try #require(SigningKey(seed: seed))
        #expect("whpk_" + signer.publicKey.base64 == pair["public"]?.string)
        let message = Array("\(id).\(time).".utf8) + body
        #expect("v1a," + signer.sign(message).base64 == pair["webhook-signature"]?.string)
        // The record in it is valid by the schemas that are built in.
        let event = try JSONValue(parsing: body)
        #expect(try ContractSchema("event.schema.json").problems(of: event) == [])
        #expect(try ContractSchema("prospect.schema.json").problems(of: event["data"] ?? .null) == [])
    }

    @Test func referencesHaveTheirCheckDigits() throws {
        for vector in try cases("damm") {
            let digits = try #require(vector["digits"]?.string)
            let year = try #require(Int(digits.prefix(2)))
            let number = try #require(Int(digits.dropFirst(2)))
            #expect(ProspectRef(year: year, number: number)?.description == vector["ref"]?.string)
        }
    }

    @Test func namesAreNormalised() throws {
        for vector in try cases("normalise_name") {
            #expect(normalizedName(vector["in"]?.string ?? "") == vector["out"]?.string)
        }
    }

    @Test func personsAreHashed() throws {
        let secret = Array(try #require(vectors["hmac"]?["key_utf8"]?.string).utf8)
        for vector in try #require(vectors["hmac"]?["cases"]?.items) {
            let parts = (vector["parts"]?.items ?? []).compactMap(\.string)
            #expect(
                keyedHash(scheme: vector["scheme"]?.string ?? "", parts: parts, secret: secret)
                    == vector["value"]?.string)
        }
    }

    @Test func placesAreCountedInScalars() throws {
        for vector in try cases("scalar_offsets") {
            let text = try #require(vector["text"]?.string)
            let found = Invented.evidence(try #require(vector["find"]?.string), in: text)
            let rule = Invented.rule("ms.ill", .invalidity, 50, [found])
            let lead = Invented.lead(
                articles: [Invented.article(text: text)], score: Invented.score([rule]), persons: [], place: nil)
            let start = try record(lead)["evidence"]?[0]?["position"]?["start"]?.integer
            #expect(start == vector["start_unicode_scalar"]?.integer)
        }
    }

    @Test func aStatusFollowsFromTheLegs() throws {
        for vector in try cases("status_from_legs") {
            let states = try (vector["legs"]?.items ?? []).map { leg in
                try #require(leg.string.flatMap(ReferralState.init))
            }
            let referral = Invented.referralCase(states)
            #expect(referral.status.rawValue == vector["status"]?.string)
            #expect(referral.assistance.rawValue == vector["assistance"]?.string)
        }
    }

    @Test func noCellIsAFormula() throws {
        for vector in try cases("csv_guard") {
            #expect(guardedCell(vector["in"]?.string ?? "") == vector["out"]?.string)
        }
    }
}
