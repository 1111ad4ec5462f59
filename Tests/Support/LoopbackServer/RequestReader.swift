/// Cuts a stream of bytes into requests. Bounded: a header of 64 kB, a body of 64 MB.
struct RequestReader {
    enum Result {
        case request(LoopbackServer.Request)
        case malformed
        case end
    }

    private static let headerLimit = 65_536
    private static let bodyLimit = 64 << 20

    private let more: () -> [UInt8]?
    private var buffer: [UInt8] = []

    /// - Parameter more: answers the next bytes, at least one, or nil at the end.
    init(more: @escaping () -> [UInt8]?) { self.more = more }

    /// - Parameter willReadBody: called where the client waits for `100 Continue`.
    mutating func next(willReadBody: () -> Void) -> Result {
        guard let head = takeHead() else { return buffer.isEmpty ? .end : .malformed }
        let lines = String(decoding: head, as: UTF8.self).split(whereSeparator: \.isNewline)
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { return .malformed }
        var fields: [LoopbackServer.Field] = []
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { return .malformed }
            let value = line[line.index(after: colon)...].trimmed
            fields.append(.init(String(line[..<colon]), String(value)))
        }
        var request = LoopbackServer.Request(method: String(words[0]), target: String(words[1]), fields: fields)
        if request["expect"]?.lowercased() == "100-continue" { willReadBody() }
        guard let body = takeBody(of: request) else { return .malformed }
        request.body = body
        return .request(request)
    }

    private mutating func takeHead() -> [UInt8]? {
        var searched = 0
        while true {
            if let end = endOfHead(from: max(0, searched - 3)) {
                let head = Array(buffer[..<end])
                buffer.removeFirst(end + 4)
                return head
            }
            searched = buffer.count
            guard searched < Self.headerLimit, let bytes = more() else { return nil }
            buffer += bytes
        }
    }

    private func endOfHead(from start: Int) -> Int? {
        guard buffer.count >= 4, start <= buffer.count - 4 else { return nil }
        return (start...(buffer.count - 4)).first { index in
            buffer[index] == 13 && buffer[index + 1] == 10 && buffer[index + 2] == 13 && buffer[index + 3] == 10
        }
    }

    private mutating func takeBody(of request: LoopbackServer.Request) -> [UInt8]? {
        if request["transfer-encoding"]?.lowercased() == "chunked" { return takeChunks() }
        guard let length = request["content-length"] else { return [] }
        guard let count = Int(length), (0...Self.bodyLimit).contains(count) else { return nil }
        return take(count)
    }

    private mutating func takeChunks() -> [UInt8]? {
        var body: [UInt8] = []
        while true {
            guard let line = takeLine(), let size = Int(line.prefix { $0 != ";" }, radix: 16), size >= 0,
                body.count + size <= Self.bodyLimit, let chunk = take(size), take(2) != nil
            else { return nil }
            if size == 0 { return body }
            body += chunk
        }
    }

    private mutating func takeLine() -> String? {
        while true {
            if let end = buffer.firstIndex(of: 10) {
                let line = String(decoding: buffer[..<end], as: UTF8.self)
                buffer.removeFirst(end + 1)
                return String(line.trimmed)
            }
            guard buffer.count < Self.headerLimit, let bytes = more() else { return nil }
            buffer += bytes
        }
    }

    private mutating func take(_ count: Int) -> [UInt8]? {
        while buffer.count < count {
            guard let bytes = more() else { return nil }
            buffer += bytes
        }
        let taken = Array(buffer[..<count])
        buffer.removeFirst(count)
        return taken
    }
}

extension StringProtocol {
    /// Without white space at either end.
    fileprivate var trimmed: SubSequence {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = self[start...].lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
        return self[start..<end]
    }
}
