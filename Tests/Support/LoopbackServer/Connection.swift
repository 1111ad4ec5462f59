import Locking

/// One client: its requests are read and answered one after the other until one side closes.
struct Connection {
    let socket: Descriptor
    let stopSignal: StopSignal
    let journal: Lock<[LoopbackServer.Exchange]>
    let handler: LoopbackServer.Handler
    /// The moment before the last bytes were handed over: the client may have them before this thread runs again.
    private let lastWrite = Lock(ContinuousClock.Instant.now)

    init(
        socket: Descriptor, stopSignal: StopSignal, journal: Lock<[LoopbackServer.Exchange]>,
        handler: @escaping LoopbackServer.Handler
    ) {
        (self.socket, self.stopSignal, self.journal, self.handler) = (socket, stopSignal, journal, handler)
    }

    func serve() {
        var reader = RequestReader { receive() }
        while true {
            switch reader.next(willReadBody: { _ = send(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)[...]) }) {
            case .end: return
            case .malformed:
                _ = send(Array("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)[...])
                return
            case .request(let request):
                guard answer(request) else { return }
            }
        }
    }

    /// - Returns: true where the connection stays open for another request.
    private func answer(_ request: LoopbackServer.Request) -> Bool {
        let index = journal.withLock { journal in
            journal.append(.init(request: request, began: .now))
            return journal.count - 1
        }
        let response = handler(request)
        note(index, of: request) { $0.status = response.status }
        defer { note(index, of: request) { $0.ended = lastWrite.withLock { $0 } } }
        lastWrite.withLock { $0 = .now }
        guard stopSignal.sleep(response.delay) else { return false }
        if let raw = response.raw {
            _ = send(raw[...])
            return false
        }
        guard response.cutAfter != 0 else {
            socket.resetOnClose()
            return false
        }
        let framing = response.effectiveFraming
        let closes = response.framing.endsWithConnection || request["connection"]?.lowercased() == "close"
        guard send(Array(response.head(framing: framing, closes: closes).utf8)[...]) else { return false }
        if request.method == "HEAD" || !response.mayHaveBody { return !closes }
        return sendBody(of: response, chunked: framing == .chunked) && !closes
    }

    /// The journal may have been emptied meanwhile; then there is nothing to note.
    private func note(
        _ index: Int, of request: LoopbackServer.Request, _ change: (inout LoopbackServer.Exchange) -> Void
    ) {
        journal.withLock { journal in
            guard journal.indices.contains(index), journal[index].request == request else { return }
            change(&journal[index])
        }
    }

    /// - Returns: false where the connection is lost, the server stops, or the response is to be cut.
    private func sendBody(of response: LoopbackServer.Response, chunked: Bool) -> Bool {
        var sent = 0
        var number = 0
        while let piece = response.piece(number) {
            if number > 0, !stopSignal.sleep(response.pause) { return false }
            number += 1
            let room = response.cutAfter.map { $0 - sent } ?? piece.count
            let isCut = response.cutAfter.map { sent + piece.count >= $0 } ?? false
            let part = piece.prefix(room)
            guard chunked ? sendChunk(part) : send(part) else { return false }
            sent += part.count
            if isCut {
                socket.resetOnClose()
                return false
            }
        }
        return chunked ? send(Array("0\r\n\r\n".utf8)[...]) : true
    }

    private func sendChunk(_ piece: ArraySlice<UInt8>) -> Bool {
        // A chunk of length 0 would end the body.
        if piece.isEmpty { return true }
        let framed = Array(String(piece.count, radix: 16).utf8) + [13, 10] + piece + [13, 10]
        return send(framed[...])
    }

    private func receive() -> [UInt8]? {
        while stopSignal.waitUntilReadable(socket) {
            guard let bytes = socket.read(16_384) else { return nil }
            if !bytes.isEmpty { return bytes }
        }
        return nil
    }

    private func send(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            guard stopSignal.waitUntilWritable(socket) else { return false }
            lastWrite.withLock { $0 = .now }
            guard let count = socket.write(rest) else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}

extension LoopbackServer.Response {
    fileprivate var effectiveFraming: Framing {
        switch (framing, body) {
        case (.automatic, .bytes(let bytes)): .declared(bytes.count)
        case (.automatic, .pieces): .chunked
        case (.chunked, _), (.untilClose, _), (.declared, _): framing
        }
    }

    /// RFC 9110: no body, and no length of one, with 1xx, 204 and 304.
    fileprivate var mayHaveBody: Bool { status >= 200 && status != 204 && status != 304 }

    fileprivate func head(framing: Framing, closes: Bool) -> String {
        var lines = ["HTTP/1.1 \(status) \(reasonPhrases[status] ?? "Status")"]
        lines += fields.map { "\($0.name): \($0.value)" }
        if mayHaveBody {
            switch framing {
            case .declared(let length): lines.append("Content-Length: \(length)")
            case .chunked: lines.append("Transfer-Encoding: chunked")
            case .untilClose, .automatic: break
            }
        }
        if closes { lines.append("Connection: close") }
        return lines.joined(separator: "\r\n") + "\r\n\r\n"
    }

    /// The piece with that number, from 0; nil after the last.
    fileprivate func piece(_ number: Int) -> ArraySlice<UInt8>? {
        switch body {
        case .pieces(let piece): return piece(number)?[...]
        case .bytes(let bytes):
            let size = max(1, pieceSize ?? bytes.count)
            guard number * size < bytes.count else { return nil }
            return bytes[(number * size)..<min(bytes.count, (number + 1) * size)]
        }
    }
}

extension LoopbackServer.Response.Framing {
    /// After a length that may be a lie nothing that follows could be told from the body.
    fileprivate var endsWithConnection: Bool {
        switch self {
        case .automatic, .chunked: false
        case .untilClose, .declared: true
        }
    }
}

private let reasonPhrases: [Int: String] = [
    200: "OK", 204: "No Content", 206: "Partial Content", 301: "Moved Permanently", 302: "Found", 303: "See Other",
    304: "Not Modified", 307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized",
    403: "Forbidden", 404: "Not Found", 410: "Gone", 429: "Too Many Requests", 500: "Internal Server Error",
    502: "Bad Gateway", 503: "Service Unavailable",
]
