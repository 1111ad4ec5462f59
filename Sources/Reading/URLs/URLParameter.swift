/// One `name=value` of a query.
struct URLParameter: Hashable {
    var name: String
    /// nil where nothing follows the name; `a` and `a=` mean the same.
    var value: String?

    var text: String { value.map { name + "=" + $0 } ?? name }

    /// Whether it asks for the AMP form of a page.
    var asksForAMP: Bool {
        name == "amp" || ((name == "outputType" || name == "view" || name == "format") && value == "amp")
    }

    /// Whether it only names the site that the reader came from.
    func names(host: String?) -> Bool {
        guard let host else { return false }
        return name == "ref" && (value == host || "www." + (value ?? "") == host)
    }

    static func parse(_ query: String) -> [URLParameter] {
        query.utf8.split(separator: UInt8(ascii: "&")).compactMap { piece in
            var piece = String(decoding: piece, as: UTF8.self)
            while piece.hasPrefix("amp;") { piece.removeFirst(4) }
            guard !piece.isEmpty, piece != "=" else { return nil }
            let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count > 1 && !parts[1].isEmpty ? normalized(String(parts[1])) : nil
            return URLParameter(name: normalized(String(parts[0])), value: value.map(spacesAsPlus))
        }
    }

    private static func spacesAsPlus(_ value: String) -> String {
        guard value.contains("%20") else { return value }
        return value.split(separator: "%20", omittingEmptySubsequences: false).joined(separator: "+")
    }

    /// What RFC 3986 does not allow as it is, though browsers leave it.
    private static let loose = "[]'\\|^{}".utf8

    /// Percent-encodings in upper case, letters and digits that need none without it (RFC 3986, 6.2.2), and with it what
    /// some writers encode and some do not.
    static func normalized(_ text: String) -> String {
        let source = Array(text.utf8)
        guard source.contains(where: { $0 == UInt8(ascii: "%") || loose.contains($0) }) else { return text }
        var out: [UInt8] = []
        var index = 0
        while index < source.count {
            if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
                let high = source[index + 1].hexDigit, let low = source[index + 2].hexDigit
            {
                let byte = high << 4 | low
                if byte.isASCIILetter || byte.isASCIIDigit || "-._~".utf8.contains(byte), !wouldComplete(byte, out) {
                    out.append(byte)
                } else {
                    PercentEncoding.append(byte, to: &out)
                }
                index += 3
            } else {
                if loose.contains(source[index]) {
                    PercentEncoding.append(source[index], to: &out)
                } else {
                    out.append(source[index])
                }
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Whether a digit would make an escape of a broken one before it: `%c%44` must not become `%cD`.
    private static func wouldComplete(_ byte: UInt8, _ out: [UInt8]) -> Bool {
        guard byte.hexDigit != nil, let last = out.last else { return false }
        let percent = UInt8(ascii: "%")
        return last == percent || (last.hexDigit != nil && out.dropLast().last == percent)
    }
}
