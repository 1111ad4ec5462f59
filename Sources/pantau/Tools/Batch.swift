import FoundationEssentials
import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Answers a batch: requests on standard input, one JSON object a line, answers on standard output in the same order.
///
/// A request's `id` is copied into its answer. A bad line or a failing request is answered with `{"id":…,"error":…}`;
/// the others go on.
/// - Throws: ``ToolError`` where the answers cannot be written.
func answerBatch(_ answer: (JSONValue) throws -> [(String, JSONValue?)]) throws {
    try writeBatch { request in
        let members = try answer(request)
        return { $0.members(members) }
    }
}

/// The same for answers that are too long to be made as values first: what `answer` gives writes its members itself.
func writeBatch(_ answer: (JSONValue) throws -> (inout JSONWriter) -> Void) throws {
    var writer = JSONWriter()
    while let line = readLine(strippingNewline: true) {
        guard !line.allSatisfy(\.isWhitespace) else { continue }
        var identity: JSONValue?
        let write: (inout JSONWriter) -> Void
        do {
            let request = try JSONValue(parsing: line.utf8)
            identity = request["id"]
            write = try answer(request)
        } catch {
            let text = "\(error)"
            write = { $0.members([("error", .string(text))]) }
        }
        writer.clear()
        writer.object {
            $0.members([("id", identity)])
            write(&$0)
        }
        writer.endLine()
        try writer.withUTF8(writeAnswer)
    }
}

extension JSONWriter {
    /// Writes the members that are not nil.
    mutating func members(_ members: [(String, JSONValue?)]) {
        for case (let name, let value?) in members {
            self.name(escaping: name)
            self.value(value)
        }
    }
}

/// The bytes a request speaks of: its `base64`, or the file named by `file`, relative to the working directory.
func requestedBytes(_ request: JSONValue) throws -> [UInt8] {
    if let encoded = request["base64"]?.string {
        guard let data = Data(base64Encoded: encoded) else { throw ToolError(reason: "\"base64\" is not Base64") }
        return Array(data)
    }
    guard let path = request["file"]?.string else { throw ToolError(reason: "a request needs \"file\" or \"base64\"") }
    return try readBytes(path)
}

/// The bytes of a file, or of standard input where the path is `-`.
func readBytes(_ path: String) throws -> [UInt8] {
    if path == "-" { return try bytes(of: STDIN_FILENO, named: "standard input") }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ToolError(reason: "cannot read \(path)") }
    defer { close(descriptor) }
    return try bytes(of: descriptor, named: path)
}

/// All that is left of an open file or pipe. A file is read into its array at once: by way of `Data` it takes twice the
/// memory, which the kernel has to clear.
private func bytes(of descriptor: Int32, named name: String) throws -> [UInt8] {
    var status = stat()
    let size = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    var bytes: [UInt8] = []
    while true {
        var length = 0
        let capacity = bytes.isEmpty ? max(size, 1 << 16) : 1 << 16
        let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            length = read(descriptor, buffer.baseAddress, buffer.count)
            count = max(0, length)
        }
        guard length >= 0 else { throw ToolError(reason: "cannot read \(name)") }
        if chunk.isEmpty { return bytes }
        if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    }
}

/// Prints an answer. Not by `print`, which takes a string: millions of bytes that are checked to be UTF-8 once more.
private func writeAnswer(_ answer: Span<UInt8>) throws(ToolError) {
    var at = 0
    while at < answer.count {
        let length = answer.extracting(droppingFirst: at).withUnsafeBytes {
            write(STDOUT_FILENO, $0.baseAddress, $0.count)
        }
        guard length > 0 || errno == EINTR else { throw ToolError(reason: "cannot write the answers") }
        at += max(0, length)
    }
}

/// Why one tool request could not be answered.
struct ToolError: Error, CustomStringConvertible {
    var reason: String
    var description: String { reason }
}
