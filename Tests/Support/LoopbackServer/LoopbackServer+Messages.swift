extension LoopbackServer {
    /// One header field. Names compare without regard to case.
    public struct Field: Hashable, Sendable {
        public var name: String
        public var value: String
        public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
    }

    /// What a client asked.
    public struct Request: Hashable, Sendable {
        /// As sent: `GET`.
        public var method: String
        /// The path with its query, as sent.
        public var target: String
        /// In the order in which they came.
        public var fields: [Field]
        /// Empty where there was none.
        public var body: [UInt8]

        public init(method: String, target: String, fields: [Field] = [], body: [UInt8] = []) {
            (self.method, self.target, self.fields, self.body) = (method, target, fields, body)
        }

        /// The target without its query.
        public var path: String { String(target.prefix { $0 != "?" }) }

        /// The first field with that name, whatever its case.
        public subscript(_ name: String) -> String? {
            fields.first { $0.name.lowercased() == name.lowercased() }?.value
        }
    }

    /// What the server sends back, and how badly it may behave while doing so.
    public struct Response: Sendable {
        /// Where the body comes from.
        public enum Body: Sendable {
            case bytes([UInt8])
            /// Called with 0, 1, 2, … until it answers nil; for bodies that are too large to hold or never end.
            case pieces(@Sendable (Int) -> [UInt8]?)
        }

        /// How the client learns where the body ends.
        public enum Framing: Hashable, Sendable {
            /// `Content-Length` for bytes, chunks for pieces.
            case automatic
            case chunked
            /// No length: the end of the connection ends the body.
            case untilClose
            /// A `Content-Length` that may be a lie. The connection is closed after the body.
            case declared(Int)
        }

        /// 100...999
        public var status: Int
        /// Sent as they are, before those that the framing adds.
        public var fields: [Field]
        public var body: Body
        public var framing: Framing
        /// Waited before the first byte.
        public var delay: Duration
        /// Waited between two pieces of the body.
        public var pause: Duration
        /// Bodies of bytes are sent in pieces of this size; nil sends them whole.
        public var pieceSize: Int?
        /// After that many bytes of the body the connection is torn down with a reset; 0 tears it down before the status
        /// line.
        public var cutAfter: Int?
        /// Sent instead of status line, header and body, for answers that are no HTTP at all. The connection is closed
        /// after it.
        public var raw: [UInt8]?

        public init(
            status: Int = 200, fields: [Field] = [], body: Body = .bytes([]), framing: Framing = .automatic,
            delay: Duration = .zero, pause: Duration = .zero, pieceSize: Int? = nil, cutAfter: Int? = nil,
            raw: [UInt8]? = nil
        ) {
            (self.status, self.fields, self.body, self.framing) = (status, fields, body, framing)
            (self.delay, self.pause, self.pieceSize) = (delay, pause, pieceSize)
            (self.cutAfter, self.raw) = (cutAfter, raw)
        }

        /// A short answer of one type, such as `.text("ok")` or `.text("<html>…", type: "text/html")`.
        public static func text(
            _ text: String, type: String = "text/plain; charset=utf-8", status: Int = 200, fields: [Field] = []
        ) -> Response {
            Response(
                status: status, fields: [Field("Content-Type", type)] + fields, body: .bytes(Array(text.utf8)))
        }

        /// A redirect without a body.
        public static func redirect(to location: String, status: Int = 302) -> Response {
            Response(status: status, fields: [Field("Location", location)])
        }
    }

    /// One request with its answer, as the server saw them.
    public struct Exchange: Sendable {
        public var request: Request
        /// nil until the handler has answered.
        public var status: Int?
        public var began: ContinuousClock.Instant
        /// When the last bytes were handed to the system; nil before, and while the connection is not lost.
        public var ended: ContinuousClock.Instant?
    }
}
