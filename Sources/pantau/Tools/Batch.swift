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
func answerBatch(_ answer: (JSONValue) throws -> [(String, JSONValue?)]) {
    while let line = readLine(strippingNewline: true) {
        guard !line.allSatisfy(\.isWhitespace) else { continue }
        var identity: JSONValue?
        let members: [(String, JSONValue?)]
        do {
            let request = try JSONValue(parsing: line.utf8)
            identity = request["id"]
            members = try answer(request)
        } catch {
            members = [("error", .string("\(error)"))]
        }
        print(JSONValue.compact([("id", identity)] + members).text)
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
    if path == "-" { return try standardInput() }
    do {
        return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
        throw ToolError(reason: "cannot read \(path)")
    }
}

/// All of standard input. `Data(contentsOf:)` reads `/dev/stdin` from a file, but not from a pipe.
private func standardInput() throws -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
        var status = 0
        let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
            status = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
            count = max(0, status)
        }
        guard status >= 0 else { throw ToolError(reason: "cannot read standard input") }
        if chunk.isEmpty { return bytes }
        bytes += chunk
    }
}

/// Why one tool request could not be answered.
struct ToolError: Error, CustomStringConvertible {
    var reason: String
    var description: String { reason }
}
