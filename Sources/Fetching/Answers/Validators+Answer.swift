public import Model

extension Validators {
    /// The validators of an answer, under the rules by which they are kept.
    ///
    /// None where the answer says that it must not be stored, or that it is already stale (`Expires: 0`). An ETag of
    /// 60 kB would be sent with every later request, and one with a control character might end our own header.
    public init(of headers: HeaderFields) {
        let isStale = headers["expires"].map { $0 == "0" || $0 == "-1" } ?? false
        guard !isStale, !headers.list("cache-control").contains("no-store") else {
            self.init()
            return
        }
        self.init(
            etag: Validators.usable(headers["etag"]), lastModified: Validators.usable(headers["last-modified"]))
    }

    /// - Returns: nil for a value that is empty, over 512 bytes, or that holds what is no printable text.
    static func usable(_ value: String?) -> String? {
        guard let value, (1...512).contains(value.utf8.count),
            value.unicodeScalars.allSatisfy({
                $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0 != "\u{FFFD}"
            })
        else { return nil }
        return value
    }
}
