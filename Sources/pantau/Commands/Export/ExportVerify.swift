import ArgumentParser
import Hashing
import Model
import Referring
import Storing
import Text

struct ExportVerify: PantauCommand {
    static let permission = Permission.free
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check an export as its receiver would, without any database.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("The manifest of an export.", valueName: "manifest"))
    var manifest: String

    @Option(help: ArgumentHelp("An age identity that opens encrypted files.", valueName: "file"))
    var identity: String?

    @Option(
        help: ArgumentHelp(
            "The public key of the sender (pantau export key): 64 hexadecimal digits, or a file with them.",
            valueName: "key"))
    var publicKey: String?

    func run(_ context: Context) async throws {
        let key = try publicKey.map(readKey)
        let found = try await referring {
            try ExportVerification(manifest: manifest, identity: identity, publicKey: key)
        }
        if context.output.isJSON {
            context.output.json(
                .compact([
                    ("schema", "pantau.export.verify/1"), ("files", .integer(Int64(found.files))),
                    ("records", .integer(Int64(found.records))), ("schema_version", .string(found.schemaVersion)),
                    ("sealed", .integer(Int64(found.sealed))), ("key_id", found.keyID.map { .string($0) } ?? .null),
                    ("signature", .string(found.signatureWord)),
                    ("problems", .array(found.problems.map { .string($0) })),
                ]))
        }
        guard found.problems.isEmpty else {
            for problem in found.problems { context.output.warn(problem) }
            throw CommandFailure(.exportDamaged(manifest))
        }
        if found.sealed > 0 { context.output.note(.exportSealed(found.sealed)) }
        context.output.note(.exportSignature(found))
        if !context.output.isJSON {
            context.output.say(.exportSound(files: found.files, records: found.records, schema: found.schemaVersion))
        }
    }

    /// A key in its digits, or in a file that holds them.
    private func readKey(_ text: String) throws -> [UInt8] {
        if let key = [UInt8](hexadecimal: text), key.count == 32 { return key }
        let written: String
        do {
            written = String(decoding: try readBytes(text), as: UTF8.self)
        } catch let error as ToolError {
            throw CommandFailure(.badFile(error.reason, exit: .badData))
        }
        guard let key = [UInt8](hexadecimal: written.filter { !$0.isWhitespace }), key.count == 32 else {
            throw CommandFailure(.unreadable(text, why: "a public key is 64 hexadecimal digits", exit: .badData))
        }
        return key
    }
}

/// What receivers check the signature of our manifests by.
struct ExportKey: PantauCommand {
    static let permission = Permission.push
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "The public key of this database; give it to whoever receives exports.",
        discussion: "It also signs what pantau log checkpoint prints. Hand it over by another way than the files.")

    @OptionGroup var global: GlobalOptions

    func run(_ context: Context) async throws {
        guard !context.options.readOnly else { throw CommandFailure(.readOnly) }
        let key = try context.store(.reading).signingKey().publicKey
        guard context.output.isJSON else { return context.output.record([key.hexadecimal]) }
        context.output.json([
            "schema": "pantau.export.key/1", "alg": "ed25519", "key_id": .string(ManifestSignature.keyID(of: key)),
            "public_key": .string(key.hexadecimal),
        ])
    }
}

extension ExportVerification {
    /// What a script is told of the signature.
    fileprivate var signatureWord: String {
        if isSignedByKey { return "good" }
        return keyID == nil ? "none" : "unchecked"
    }
}
