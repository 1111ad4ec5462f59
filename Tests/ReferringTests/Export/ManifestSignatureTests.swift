import Hashing
import Model
import Storing
import Testing
import Text

@testable import Referring

@Suite struct ManifestSignatureTests {
    private let squad: Squad
    private let later = Invented.noon + .minutes(31)

    init() throws { squad = try Squad() }

    private func exported() async throws -> (path: String, name: String, key: [UInt8]) {
        try await squad.accept(squad.crawl(Invented.article(number: 1)))
        try await squad.export(at: later)
        return (squad.out.path + "/" + squad.out.names[1], squad.out.names[1], try squad.store.signingKey().publicKey)
    }

    private func problems(_ path: String, _ key: [UInt8]?) throws -> [String] {
        try ExportVerification(manifest: path, publicKey: key).problems
    }

    @Test func everyManifestIsSignedByTheKeyOfTheDatabase() async throws {
        let (path, name, key) = try await exported()
        let found = try ExportVerification(manifest: path, publicKey: key)
        #expect(found.problems == [] && found.isSignedByKey)
        #expect(found.keyID == ManifestSignature.keyID(of: key))
        let manifest = try JSONValue(parsing: squad.out.bytes(name))
        #expect(try ContractSchema("export-manifest.schema.json").problems(of: manifest) == [])
        // The key stays: checkpoints and all exports have one.
        #expect(try squad.store.signingKey().publicKey == key)
    }

    @Test func withoutAKeyNothingIsBelievedAndNothingRefused() async throws {
        let (path, _, key) = try await exported()
        let found = try ExportVerification(manifest: path)
        #expect(found.problems == [] && !found.isSignedByKey && found.keyID == ManifestSignature.keyID(of: key))
    }

    @Test func aManifestThatSomebodyChangedIsFound() async throws {
        let (path, name, key) = try await exported()
        let text = String(decoding: try squad.out.bytes(name), as: UTF8.self)
        try squad.out.write(text.replacing("mysynergy", with: "mysynergx"), to: name)
        #expect(try problems(path, key) == ["the signature is wrong: the manifest is not as it was signed"])
        #expect(try problems(path, nil) == [])
    }

    @Test func aManifestWithoutItsSignatureIsNotBelieved() async throws {
        let (path, name, key) = try await exported()
        let manifest = try JSONValue(parsing: squad.out.bytes(name))
        let bare = JSONValue.object((manifest.members ?? []).filter { $0.name != "signature" })
        try squad.out.write(bare.text, to: name)
        #expect(try problems(path, key) == ["the manifest has no Ed25519 signature"])
        let found = try ExportVerification(manifest: path)
        #expect(found.keyID == nil && found.problems == [])
    }

    @Test func anotherKeyIsNamed() async throws {
        let (path, _, key) = try await exported()
        let other = try #require(SigningKey(seed: Array(repeating: 9, count: 32))).publicKey
        let said = try problems(path, other)
        #expect(said.count == 1 && said[0].contains(ManifestSignature.keyID(of: key)))
        // A key of another length checks nothing.
        #expect(try problems(path, []).count == 1)
    }

    @Test(arguments: [
        "{}", #"{"alg":"hmac-sha256","key_id":"a","value":""}"#, #"{"alg":"ed25519","key_id":"a","value":"%"}"#, "3",
    ])
    func whatIsNoSignatureIsNone(text: String) throws {
        let manifest = JSONValue.object([.init("signature", try JSONValue(parsing: Array(text.utf8)))])
        #expect(ManifestSignature(in: manifest) == nil)
    }
}
