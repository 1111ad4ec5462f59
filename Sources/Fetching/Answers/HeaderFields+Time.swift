public import Model

extension HeaderFields {
    /// How long a Retry-After field asks to wait, from its seconds or its date.
    ///
    /// - Parameter now: the present; the answer's own Date is preferred, so that a wrong clock of ours does no harm.
    /// - Returns: nil where there is none, and for absurd values: what is no number or date, what lies in the past, and
    ///   what is more than 31 days away.
    public func retryAfter(at now: Instant) -> TimeSpan? {
        guard let text = self["retry-after"] else { return nil }
        let span: TimeSpan
        if let seconds = Self.seconds(text) {
            span = .seconds(seconds)
        } else if let date = HTTPDate.parse(text) {
            span = date - (self["date"].flatMap(HTTPDate.parse) ?? now)
        } else {
            return nil
        }
        return span >= .seconds(0) && span <= .days(31) ? span : nil
    }

    /// How long the answer says it stays fresh: the longer one of Cache-Control max-age and Expires, at most a year.
    public func freshness(at now: Instant) -> TimeSpan? {
        let ages = list("cache-control").compactMap { part -> TimeSpan? in
            part.hasPrefix("max-age=") ? Self.seconds(String(part.dropFirst(8))).map { .seconds($0) } : nil
        }
        let expires = self["expires"].flatMap(HTTPDate.parse).map { $0 - (self["date"].flatMap(HTTPDate.parse) ?? now) }
        let longest = (ages + [expires].compactMap { $0 }).max()
        return longest.flatMap { $0 > .seconds(0) ? min($0, .days(365)) : nil }
    }

    /// Digits only: neither signs nor fractions, and no more than 64 bits of milliseconds hold.
    private static func seconds(_ text: String) -> Int64? {
        guard (1...12).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int64(text)
    }
}
