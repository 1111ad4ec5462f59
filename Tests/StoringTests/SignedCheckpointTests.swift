import Foundation
import Hashing
import Model
import StoringSamples
import Testing
import Text

@testable import Storing

@Suite struct SignedCheckpointTests {
    let folder: TemporaryFolder
    let store: Store

    init() async throws {
        folder = try TemporaryFolder()
        store = try folder.makeStore()
        try await store.write { db in try db.commitSamples([Sample.found(Sample.article(1))]) }
    }

    private func checkpoint() async throws -> SignedCheckpoint {
        try #require(try await store.signedCheckpoint(at: Sample.monday))
    }

    @Test func itSaysWhatTheJournalHoldsAndThatThisDatabaseSaidSo() async throws {
        let signed = try await checkpoint()
        #expect(signed.isGenuine)
        #expect(signed.checkpoint == (try await store.read { db in try db.journalCheckpoint() }))
        #expect(SignedCheckpoint(json: try JSONValue(parsing: Array(signed.json.text.utf8))) == signed)
        #expect(try await checkpoint() == signed, "one key, and Ed25519 signs one message in one way")
    }

    @Test func itsKeyIsForTheOwnerAlone() async throws {
        _ = try await checkpoint()
        let mode = try FileManager.default.attributesOfItem(atPath: store.path + "-signing")[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test func anEmptyJournalHasNone() async throws {
        let empty = try TemporaryFolder()
        #expect(try await empty.makeStore().signedCheckpoint(at: Sample.monday) == nil)
    }

    /// Each member of the file in turn: a number that was raised, a digit that was changed, a signature of another.
    @Test(arguments: ["entry", "hash", "at_ms", "public_key", "signature"])
    func whatWasChangedIsNotGenuine(member: String) async throws {
        let json = try await checkpoint().json
        let changed = JSONValue.object(
            (json.members ?? []).map { found in
                guard found.name == member else { return found }
                switch found.value {
                case .integer(let number): return .init(member, .integer(number + 1))
                case .string(let text): return .init(member, .string(String(text.reversed())))
                default: return found
                }
            })
        #expect(changed != json)
        #expect(SignedCheckpoint(json: changed)?.isGenuine == false)
    }

    @Test(arguments: [
        "{}", "[]", #"{"schema":"pantau.checkpoint/2"}"#,
        #"{"schema":"pantau.checkpoint/1","entry":0,"hash":"","at_ms":0,"public_key":"","signature":""}"#,
        #"{"schema":"pantau.checkpoint/1","entry":1,"hash":"zz","at_ms":0,"public_key":"00","signature":"0"}"#,
    ])
    func whatIsNoCheckpointIsNone(text: String) throws {
        #expect(SignedCheckpoint(json: try JSONValue(parsing: Array(text.utf8))) == nil)
    }

    @Test func aKeyOfAnotherLengthSignsNothing() throws {
        #expect(SigningKey(seed: [1, 2, 3]) == nil)
        let key = try #require(SigningKey(seed: [UInt8](repeating: 7, count: 32)))
        let signature = key.sign([1, 2])
        #expect(isSigned([1, 2], signature, by: key.publicKey))
        #expect(!isSigned([1, 3], signature, by: key.publicKey))
        #expect(!isSigned([1, 2], Array(signature.dropLast()), by: key.publicKey))
        #expect(!isSigned([1, 2], signature, by: []))
    }

    /// RFC 8032, section 7.1, test 1.
    @Test func theSignatureIsThatOfTheStandard() throws {
        let seed = try #require(
            [UInt8](hexadecimal: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
        let key = try #require(SigningKey(seed: seed))
        #expect(key.publicKey.hexadecimal == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
        #expect(
            key.sign([]).hexadecimal
                == "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd"
                + "25bf5f0595bbe24655141438e7a100b")
    }
}
