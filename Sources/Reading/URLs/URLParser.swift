/// The WHATWG URL Standard's basic URL parser, cut to http and https and written as plain steps instead of states.
enum URLParser {
    static func parse(_ text: String, base: WebURL?) -> WebURL? {
        let bytes = cleaned(text)
        guard let (name, rest) = scheme(of: bytes) else {
            return base.flatMap { relative(bytes, to: $0) }
        }
        guard let scheme = WebURL.Scheme(rawValue: name) else { return nil }
        // "http:page" is relative to a base of the same scheme; this is how browsers read it.
        if let base, base.scheme == scheme, !rest.starts(with: "//".utf8) { return relative(rest, to: base) }
        return absolute(rest, scheme: scheme)
    }

    /// Without C0 controls and blanks at both ends, and without any tab or line end: browsers drop them wherever they
    /// stand, so `java\nscript:` must be seen as what it is.
    private static func cleaned(_ text: String) -> ArraySlice<UInt8> {
        var bytes = Array(text.utf8)[...]
        while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        guard bytes.contains(where: isTabOrLineEnd) else { return bytes }
        return bytes.filter { !isTabOrLineEnd($0) }[...]
    }

    private static func isTabOrLineEnd(_ byte: UInt8) -> Bool { byte == 9 || byte == 10 || byte == 13 }

    /// The lower-case scheme and what follows its colon.
    private static func scheme(of bytes: ArraySlice<UInt8>) -> (String, ArraySlice<UInt8>)? {
        guard let first = bytes.first, first.isASCIILetter,
            let colon = bytes.firstIndex(where: { !($0.isASCIILetter || $0.isASCIIDigit || "+-.".utf8.contains($0)) }),
            bytes[colon] == UInt8(ascii: ":")
        else { return nil }
        return (String(decoding: bytes[..<colon].map(\.asciiLowercased), as: UTF8.self), bytes[(colon + 1)...])
    }

    private static func absolute(_ bytes: ArraySlice<UInt8>, scheme: WebURL.Scheme) -> WebURL? {
        let afterSlashes = bytes.drop { isSlash($0) }
        let end = afterSlashes.firstIndex { isSlash($0) || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
        let authority = afterSlashes[..<(end ?? afterSlashes.endIndex)]
        guard var url = self.authority(authority, scheme: scheme) else { return nil }
        let tail = afterSlashes[authority.endIndex...]
        setTail(tail, keeping: [], in: &url)
        if tail.first.map(isSlash) != true { url.spelling.insert(.noPath) }
        return url
    }

    private static func relative(_ bytes: ArraySlice<UInt8>, to base: WebURL) -> WebURL? {
        var url = base
        url.fragment = nil
        guard let first = bytes.first else { return url }
        if isSlash(first) {
            if let second = bytes.dropFirst().first, isSlash(second) { return absolute(bytes, scheme: base.scheme) }
            setTail(bytes, keeping: [], in: &url)
        } else if first == UInt8(ascii: "?") {
            setQueryAndFragment(bytes, in: &url)
        } else if first == UInt8(ascii: "#") {
            url.fragment = PercentEncoding.encode(bytes.dropFirst(), .fragment)
        } else {
            let folder = base.path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
                .dropFirst().dropLast().map { String($0) ?? "" }
            setTail(bytes, keeping: folder, in: &url)
        }
        return url
    }

    static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }

    // MARK: Authority

    private static func authority(_ bytes: ArraySlice<UInt8>, scheme: WebURL.Scheme) -> WebURL? {
        var url = WebURL(scheme: scheme)
        var place = bytes
        if let at = bytes.lastIndex(of: UInt8(ascii: "@")) {
            let credentials = bytes[..<at]
            let colon = credentials.firstIndex(of: UInt8(ascii: ":")) ?? credentials.endIndex
            url.username = PercentEncoding.encode(credentials[..<colon], .userInfo)
            url.password = PercentEncoding.encode(credentials[colon...].dropFirst(), .userInfo)
            if colon < credentials.endIndex, url.password.isEmpty { url.spelling.insert(.noPassword) }
            place = bytes[(at + 1)...]
        }
        let (name, port) = splitPort(place)
        guard !name.isEmpty, let host = HostParser.parse(name) else { return nil }
        url.authority = host
        if let port, !port.isEmpty {
            guard let number = portNumber(port) else { return nil }
            url.port = number == scheme.defaultPort ? nil : number
        }
        return url
    }

    /// The host, and the port's digits after the first colon that is not inside brackets.
    private static func splitPort(_ bytes: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>?) {
        var inBrackets = false
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "["): inBrackets = true
            case UInt8(ascii: "]"): inBrackets = false
            case UInt8(ascii: ":") where !inBrackets: return (bytes[..<index], bytes[(index + 1)...])
            default: continue
            }
        }
        return (bytes, nil)
    }

    private static func portNumber(_ digits: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for digit in digits {
            guard digit.isASCIIDigit else { return nil }
            number = number * 10 + Int(digit - 48)
            guard number <= 65_535 else { return nil }
        }
        return number
    }

    // MARK: Path, query, fragment

    private static func setTail(_ bytes: ArraySlice<UInt8>, keeping folder: [String], in url: inout WebURL) {
        let end = bytes.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.endIndex
        url.path = path(bytes[..<end], below: folder)
        url.spelling.remove(.noPath)
        url.query = nil
        setQueryAndFragment(bytes[end...], in: &url)
    }

    private static func setQueryAndFragment(_ bytes: ArraySlice<UInt8>, in url: inout WebURL) {
        let hash = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
        if bytes[..<hash].first == UInt8(ascii: "?") {
            url.query = PercentEncoding.encode(bytes[..<hash].dropFirst(), .query)
        }
        url.fragment = hash == bytes.endIndex ? nil : PercentEncoding.encode(bytes[(hash + 1)...], .fragment)
    }

    private static func path(_ bytes: ArraySlice<UInt8>, below folder: [String]) -> String {
        var segments = folder
        let relative = bytes.first.map(isSlash) == true ? bytes.dropFirst() : bytes
        let parts = relative.split(omittingEmptySubsequences: false, whereSeparator: isSlash)
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch dots(part) {
            case 2:
                if !segments.isEmpty { segments.removeLast() }
                if isLast { segments.append("") }
            case 1:
                if isLast { segments.append("") }
            default: segments.append(PercentEncoding.encode(part, .path))
            }
        }
        return "/" + segments.joined(separator: "/")
    }

    /// 1 for `.`, 2 for `..`, also where a dot is written `%2e`; 0 for any other segment.
    private static func dots(_ segment: ArraySlice<UInt8>) -> Int {
        var rest = segment
        var count = 0
        while let first = rest.first {
            if first == UInt8(ascii: ".") {
                rest = rest.dropFirst()
            } else if rest.prefix(3).map(\.asciiLowercased) == Array("%2e".utf8) {
                rest = rest.dropFirst(3)
            } else {
                return 0
            }
            count += 1
            if count > 2 { return 0 }
        }
        return count
    }
}

extension WebURL {
    /// An address still to be filled in by the parser.
    fileprivate init(scheme: Scheme) {
        self.scheme = scheme
        (username, password, path) = ("", "", "/")
        authority = .domain("")
    }
}
