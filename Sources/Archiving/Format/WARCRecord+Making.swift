import Hashing
import Model

extension WARCRecord {
    /// The record of an answer.
    ///
    /// Digests are SHA-256 in hexadecimal, the same as `raw_sha256` of an article: that is how one finds the other. The
    /// standard names no algorithm; hexadecimal in lower case is what its commentary recommends for SHA-256.
    init(_ response: RawResponse, id: UUIDv7) {
        let head = response.head
        let block = head + response.body
        var fields: [(name: String, value: String)] = [
            ("WARC-Type", "response"), ("WARC-Record-ID", "<urn:uuid:\(id)>"),
            ("WARC-Target-URI", response.url), ("WARC-Date", response.retrievedAt.rfc3339(offset: 0)),
            ("WARC-Payload-Digest", "sha256:\(Digest(of: response.body).hexadecimal)"),
            ("WARC-Block-Digest", "sha256:\(Digest(of: block).hexadecimal)"),
            ("Content-Type", "application/http; msgtype=response"),
        ]
        if response.isCut { fields.append(("WARC-Truncated", "length")) }
        self.init(fields, block: block)
    }

    /// The first record of a file: what made it, and by which rules.
    init(infoOf file: String, software: String, id: UUIDv7, at now: Instant) {
        let lines = [
            "software: \(singleLine(software))", "format: WARC File Format 1.1",
            "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "robots: obey",
        ]
        let block = Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
        self.init(
            [
                ("WARC-Type", "warcinfo"), ("WARC-Record-ID", "<urn:uuid:\(id)>"), ("WARC-Filename", file),
                ("WARC-Date", now.rfc3339(offset: 0)), ("WARC-Block-Digest", "sha256:\(Digest(of: block).hexadecimal)"),
                ("Content-Type", "application/warc-fields"),
            ], block: block)
    }
}

extension RawResponse {
    /// Fields that speak of the bytes on the line. The body is kept as it was decoded, or they would be untrue.
    private static let ofTheLine: Set = ["content-length", "content-encoding", "transfer-encoding"]

    /// The status line without its reason, which curl does not hand on and HTTP/2 does not have, and the fields.
    fileprivate var head: [UInt8] {
        var text = "HTTP/1.1 \(status) \r\n"
        for header in headers where !RawResponse.ofTheLine.contains(header.name.lowercased()) {
            text += "\(singleLine(header.name)): \(singleLine(header.value))\r\n"
        }
        return Array((text + "Content-Length: \(body.count)\r\n\r\n").utf8)
    }
}
