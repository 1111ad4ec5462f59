import Hashing
import Model
import Text

/// The keys by which two systems find that they hold the same case: of addresses and texts always, of persons only as a
/// keyed hash and only where the exchange has a key (contract, section 2).
func dedupeRecord(
    articles: [SentArticle], persons: [Person], place: Place?, day: String, cluster: UUIDv7, key: DedupeKey?
) -> JSONValue {
    var keys: [JSONValue] = articles.map { dedupeEntry("url-sha256", Digest(of: $0.canonicalURL).hexadecimal) }
    keys += articles.map { dedupeEntry("text-sha256", $0.textHash) }
    keys += articles.map { dedupeEntry("text-simhash64", $0.fingerprint) }
    if let key {
        for person in persons where person.role == .subject {
            keys += personKeys(of: person, place: place, day: day, key: key)
        }
    }
    var seen = Set<JSONValue>()
    return ["cluster": .string(cluster.description), "keys": .array(keys.filter { seen.insert($0).inserted })]
}

private func dedupeEntry(_ scheme: String, _ value: String, keyID: String? = nil) -> JSONValue {
    .compact([("scheme", .string(scheme)), ("value", .string(value)), ("key_id", keyID.map { .string($0) })])
}

private func personKeys(of person: Person, place: Place?, day: String, key: DedupeKey) -> [JSONValue] {
    guard let name = person.name.map(normalizedName), !name.isEmpty else { return [] }
    func entry(_ scheme: String, _ parts: [String]) -> JSONValue {
        dedupeEntry(scheme, keyedHash(scheme: scheme, parts: parts, secret: key.secret), keyID: contractCode(key.id))
    }
    var keys: [JSONValue] = []
    if let state = place?.stateCode {
        keys.append(entry("person-place-hmac-v1", [name, state, place?.districtCode ?? ""]))
    }
    // An age gives two possible years of birth.
    if let age = person.age, !age.isEstimate, let year = Int(day.prefix(4)) {
        keys += [year - age.years, year - age.years - 1].map { entry("person-yob-hmac-v1", [name, "\($0)"]) }
    }
    return keys
}

/// HMAC over the scheme and its parts, parted by U+001F, which stands in no name (contract, vectors.json).
func keyedHash(scheme: String, parts: [String], secret: [UInt8]) -> String {
    authenticationCode(of: Array(([scheme] + parts).joined(separator: "\u{1F}").utf8), key: secret).hexadecimal
}

/// SimHash of 64 bits over each three words in lower case, each hashed by the first eight bytes of its SHA-256, in
/// hexadecimal. The contract's samples define it; it is not the hash by which we join near copies.
func simHash(of text: [Unicode.Scalar]) -> String {
    let words = string(text).lowercased().unicodeScalars.split { !$0.isWordPart }.map { String($0) }
    var weights = [Int](repeating: 0, count: 64)
    for start in words.indices.dropLast(2) {
        let digest = Digest(of: Array(words[start...start + 2].joined(separator: " ").utf8)).bytes
        let bits = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        for bit in 0..<64 { weights[bit] += bits >> UInt64(bit) & 1 == 1 ? 1 : -1 }
    }
    var hash: UInt64 = 0
    for bit in 0..<64 where weights[bit] > 0 { hash |= 1 << UInt64(bit) }
    return (0..<8).map { UInt8(truncatingIfNeeded: hash >> UInt64(56 - 8 * $0)) }.hexadecimal
}

extension Unicode.Scalar {
    /// Letters, digits and the underscore: `\w` of most languages, without marks.
    fileprivate var isWordPart: Bool {
        if value < 0x80 { return value == 95 || properties.isAlphabetic || (48...57).contains(value) }
        return switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}
