import Glibc
import Hashing
import Model
import Sealing
import Text

/// What a receiver would find when it looks at an export: nothing, or what is wrong with it.
public struct ExportVerification: Hashable, Sendable {
    public var files = 0
    public var records = 0
    public var schemaVersion = ""
    /// In the order in which they were found; empty where all is well.
    public var problems: [String] = []

    /// The contract's limit of one file; more is not read.
    private static let fileLimit = 100_000_000

    /// The key that the manifest says it is signed by; nil where it is not signed.
    public var keyID: String?
    /// The signature was compared with a public key, and is right.
    public var isSignedByKey = false

    /// Encrypted files that were not opened: of them only sizes and hashes are known.
    public var sealed = 0
    private var identity: String?

    /// Reads a manifest and every file it names: sizes, hashes, lines, the order of the cursor, ids and check digits.
    ///
    /// - Parameters:
    ///   - identity: a file with an age identity that opens encrypted files; nil leaves them closed.
    ///   - publicKey: the key of whoever must have signed it, 32 bytes; nil believes nobody and everybody.
    /// - Throws: `ExportError` where the manifest itself cannot be read.
    public init(manifest path: String, identity: String? = nil, publicKey: [UInt8]? = nil) throws(ExportError) {
        self.identity = identity
        let bytes = try readFile(path, limit: 10_000_000)
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: bytes)
        } catch {
            problems.append("the manifest is no JSON: \(error)")
            return
        }
        schemaVersion = json["schema_version"]?.string ?? ""
        checkSignature(of: json, by: publicKey)
        if json["complete"]?.bool != true { problems.append("the manifest is not complete: do not read its files") }
        if !schemaVersion.hasPrefix("1.") { problems.append("schema \"\(schemaVersion)\" is not 1.x") }
        var last = json["cursor"]?["after"]?.string.flatMap { Int64($0) } ?? 0
        for file in json["files"]?.items ?? [] {
            files += 1
            check(file, in: folder(of: path), after: &last)
        }
        if files == 0 { problems.append("the manifest names no file") }
        if json["count"]?.integer != Int64(records) {
            problems.append("the manifest counts \(json["count"]?.integer ?? 0) records; there are \(records)")
        }
        if sealed == 0, json["cursor"]?["through"]?.string != "\(last)" {
            problems.append("the cursor does not end at \(last)")
        }
    }

    /// Where a key is given, no signature is as bad as a wrong one: whoever changes a manifest can take it off.
    private mutating func checkSignature(of manifest: JSONValue, by publicKey: [UInt8]?) {
        let signature = ManifestSignature(in: manifest)
        keyID = signature?.keyID
        guard let publicKey else { return }
        guard let signature else {
            problems.append("the manifest has no Ed25519 signature")
            return
        }
        isSignedByKey = signature.isGenuine(of: manifest, by: publicKey)
        guard !isSignedByKey else { return }
        let expected = ManifestSignature.keyID(of: publicKey)
        problems.append(
            signature.keyID == expected
                ? "the signature is wrong: the manifest is not as it was signed"
                : "the manifest is signed by \(printable(signature.keyID, limit: 80)), not by \(expected)")
    }

    private mutating func check(_ file: JSONValue, in folder: String, after last: inout Int64) {
        let name = file["name"]?.string ?? ""
        // A manifest from outside must not lead us to another file.
        guard !name.isEmpty, name.utf8.allSatisfy({ isNameByte($0) }), !name.hasPrefix(".") else {
            problems.append("\"\(name)\" is no name of a file")
            return
        }
        let bytes: [UInt8]
        do {
            bytes = try readFile("\(folder)/\(name)", limit: ExportVerification.fileLimit)
        } catch {
            problems.append("\(name): \(error)")
            return
        }
        if file["bytes"]?.integer != Int64(bytes.count) { problems.append("\(name) has \(bytes.count) bytes") }
        if file["sha256"]?.string != Digest(of: bytes).hexadecimal { problems.append("\(name) has another SHA-256") }
        checkLines(of: name, file, bytes, in: folder, after: &last)
    }

    /// The lines of a file, opened where it is encrypted and we have what opens it.
    private mutating func checkLines(
        of name: String, _ file: JSONValue, _ found: [UInt8], in folder: String, after last: inout Int64
    ) {
        var bytes = found
        if file["encryption"]?.string == "age" {
            guard let identity else {
                sealed += 1
                records += file["records"]?.integer.flatMap { Int(exactly: $0) } ?? 0
                return
            }
            do {
                bytes = try AgeProcess.output(
                    of: ["-d", "-i", identity], from: .file("\(folder)/\(name)"), path: name,
                    limit: ExportVerification.fileLimit)
            } catch {
                problems.append("\(name): \(error)")
                return
            }
        }
        if bytes.last != 10 { problems.append("the last line of \(name) does not end") }
        let lines = bytes.split(separator: 10)
        if file["records"]?.integer != Int64(lines.count) { problems.append("\(name) has \(lines.count) lines") }
        for (number, line) in lines.enumerated() {
            records += 1
            for problem in problemsOfEvent(line, after: &last) { problems.append("\(name):\(number + 1): \(problem)") }
        }
    }
}

private func problemsOfEvent(_ line: ArraySlice<UInt8>, after last: inout Int64) -> [String] {
    let event: JSONValue
    do { event = try JSONValue(parsing: line) } catch { return ["no JSON: \(error)"] }
    var problems: [String] = []
    let sequence = event["sequence"]?.string.flatMap { Int64($0) } ?? 0
    if sequence <= last { problems.append("sequence \(sequence) after \(last)") }
    last = max(last, sequence)
    if event["specversion"]?.string != "1.0" { problems.append("no CloudEvents 1.0") }
    if event["subject"] == nil || event["subject"] != event["data"]?["id"] {
        problems.append("the subject is not the record's id")
    }
    if let ref = event["data"]?["ref"]?.string {
        do { _ = try ProspectRef(parsing: ref) } catch { problems.append("\(ref) is no reference") }
    } else {
        problems.append("the record has no reference")
    }
    return problems
}

private func isNameByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || [45, 46, 95].contains(byte)
}

/// A whole file of at most `limit` bytes.
func readFile(_ path: String, limit: Int) throws(ExportError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotRead(path: path, why: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    return try readAll(descriptor, path: path, limit: limit)
}

/// What a descriptor gives until its end, at most `limit` bytes.
func readAll(_ descriptor: Int32, path: String, limit: Int) throws(ExportError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
        let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        if count < 0 {
            guard errno == EINTR else { throw .cannotRead(path: path, why: String(cString: strerror(errno))) }
            continue
        }
        if count == 0 { return bytes }
        bytes += chunk[..<count]
        guard bytes.count <= limit else { throw .cannotRead(path: path, why: "over \(limit) bytes") }
    }
}
