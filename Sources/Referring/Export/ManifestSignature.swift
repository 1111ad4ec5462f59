import Hashing
public import Text

/// The signature under a manifest (Ed25519): that this squad has written these files, and that nobody has changed what
/// the manifest says of them.
///
/// Signed is the manifest without its member `signature`, as JSON without blanks, its members in the order of the file.
public struct ManifestSignature: Hashable, Sendable {
    /// `ed25519-` and 16 hexadecimal digits of the public key's SHA-256.
    public var keyID: String
    /// 64 bytes.
    public var value: [UInt8]

    init(of manifest: JSONValue, by key: SigningKey) {
        keyID = ManifestSignature.keyID(of: key.publicKey)
        value = key.sign(ManifestSignature.form(of: manifest))
    }

    /// - Returns: nil where the manifest has none, or one of another kind.
    public init?(in manifest: JSONValue) {
        guard let json = manifest["signature"], json["alg"]?.string == "ed25519", let id = json["key_id"]?.string,
            let value = json["value"]?.string.flatMap([UInt8].init(base64:))
        else { return nil }
        (keyID, self.value) = (id, value)
    }

    /// Names a public key without being one.
    public static func keyID(of publicKey: [UInt8]) -> String {
        "ed25519-" + Digest(of: publicKey).hexadecimal.prefix(16)
    }

    /// Whether the holder of the key has signed this manifest.
    public func isGenuine(of manifest: JSONValue, by publicKey: [UInt8]) -> Bool {
        isSigned(ManifestSignature.form(of: manifest), value, by: publicKey)
    }

    /// As the manifest carries it.
    var json: JSONValue { ["alg": "ed25519", "key_id": .string(keyID), "value": .string(value.base64)] }

    private static func form(of manifest: JSONValue) -> [UInt8] {
        JSONValue.object((manifest.members ?? []).filter { $0.name != "signature" }).utf8
    }
}
