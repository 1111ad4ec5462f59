/// Why packed data was not unpacked.
public enum InflateProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// Longer than `limit` bytes: a bomb, or nothing for us.
    case tooLarge(limit: Int)
    /// The end is missing.
    case cut
    /// Not packed in this way, or damaged.
    case broken

    public var description: String {
        switch self {
        case .tooLarge(let limit): "over \(limit) bytes when unpacked"
        case .cut: "gzip data that was cut off"
        case .broken: "broken gzip data"
        }
    }
}

/// Whether the bytes begin as a gzip file does (RFC 1952: ID1, ID2, and the only method there is).
public func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 8]) }

/// Unpacks a gzip file of one member or of several, such as `sitemap.xml.gz`. What follows the last member is left out.
///
/// - Parameter limit: the most bytes that may come out; never more memory than twice that is used.
public func inflate(_ bytes: [UInt8], limit: Int) throws(InflateProblem) -> [UInt8] {
    try Inflater(limit: limit).gunzipped(bytes)
}
