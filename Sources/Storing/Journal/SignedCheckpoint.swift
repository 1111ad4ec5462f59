public import Hashing
public import Model
public import Text

/// A checkpoint of the journal that can be kept outside and shown later: it says what the journal held, and that this
/// database said so.
///
/// Whoever rewrites the whole file can write a chain that is whole in itself, and can even sign new checkpoints; the ones
/// that others hold already then do not fit (PRIVACY.md section 4).
public struct SignedCheckpoint: Hashable, Sendable {
    public let checkpoint: JournalCheckpoint
    public let at: Instant
    /// Ed25519, 32 bytes.
    public let publicKey: [UInt8]
    /// Ed25519, 64 bytes.
    public let signature: [UInt8]

    private init(_ checkpoint: JournalCheckpoint, at instant: Instant, publicKey: [UInt8], signature: [UInt8]) {
        (self.checkpoint, at, self.publicKey, self.signature) = (checkpoint, instant, publicKey, signature)
    }

    init(_ checkpoint: JournalCheckpoint, at now: Instant, key: SigningKey) {
        let form = SignedCheckpoint.form(checkpoint, at: now)
        self.init(checkpoint, at: now, publicKey: key.publicKey, signature: key.sign(form))
    }

    /// Whether nothing of it was changed since it was signed.
    public var isGenuine: Bool {
        isSigned(SignedCheckpoint.form(checkpoint, at: at), signature, by: publicKey)
    }

    private static func form(_ checkpoint: JournalCheckpoint, at instant: Instant) -> [UInt8] {
        var form = CanonicalForm(domain: 0x03, name: "pantau.journal.checkpoint.1")
        form.add(checkpoint.entry.value)
        form.add(checkpoint.hash)
        form.add(instant.milliseconds)
        return form.bytes
    }
}

extension SignedCheckpoint {
    /// As it is written into a file or a mail.
    public var json: JSONValue {
        .compact([
            ("schema", "pantau.checkpoint/1"), ("entry", .integer(checkpoint.entry.value)),
            ("hash", .string(checkpoint.hash.hexadecimal)), ("at", .string(at.rfc3339())),
            ("at_ms", .integer(at.milliseconds)), ("public_key", .string(publicKey.hexadecimal)),
            ("signature", .string(signature.hexadecimal)),
        ])
    }

    /// - Returns: nil where it is no checkpoint of this form. Whether it is genuine is another question.
    public init?(json: JSONValue) {
        guard json["schema"]?.string == "pantau.checkpoint/1", let entry = json["entry"]?.integer, entry > 0,
            let hash = json["hash"]?.string.flatMap([UInt8].init(hexadecimal:)), hash.count == 32,
            let milliseconds = json["at_ms"]?.integer,
            let key = json["public_key"]?.string.flatMap([UInt8].init(hexadecimal:)),
            let signature = json["signature"]?.string.flatMap([UInt8].init(hexadecimal:))
        else { return nil }
        self.init(
            JournalCheckpoint(entry: EntryID(entry), hash: hash), at: Instant(milliseconds: milliseconds),
            publicKey: key, signature: signature)
    }
}

extension Store {
    /// The end of the journal now, signed; nil while the journal is empty.
    ///
    /// The first call makes the key.
    public func signedCheckpoint(at now: Instant) async throws -> SignedCheckpoint? {
        guard let checkpoint = try await read({ db in try db.journalCheckpoint() }) else { return nil }
        return SignedCheckpoint(checkpoint, at: now, key: try signingKey())
    }

    /// The key by which this database signs its checkpoints and its exports, in a file beside it (0600). The first call
    /// makes it.
    public nonisolated func signingKey() throws(StoreError) -> SigningKey {
        let file = DatabaseFiles(path: path).signingKey
        guard let seed = try SecretFile(file, mayCreate: true), let key = SigningKey(seed: seed.bytes) else {
            throw .damaged(path: file, why: "a key has 32 bytes")
        }
        return key
    }
}
