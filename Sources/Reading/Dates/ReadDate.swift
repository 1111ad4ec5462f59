public import Model

/// Reads a date as feeds, sitemaps and pages write it: RFC 822 with its sins, ISO 8601, Unix time, and the date lines of
/// Malay, Indonesian and English news (`Ogs 17, 2024 @ 11:49pm`, `19 DISEMBER 2022 (ISNIN)`, `sejam lalu`).
///
/// - Parameters:
///   - zone: minutes east of UTC that a text without a zone means.
///   - now: the present, for `2 hari lalu`, a missing year and a year of two digits. The function reads no clock.
///   - origin: where the text was found; handed on.
/// - Returns: nil where the text is no date, or names a day that does not exist. A text over 1,000 bytes is none.
public func readDate(
    _ text: String, zone: Int = CivilTime.malaysia, now: Instant, origin: PublishedDate.Origin = .text
) -> PublishedDate? {
    guard text.utf8.count <= 1_000 else { return nil }
    let tokens = DateToken.tokens(of: text)
    guard !tokens.isEmpty else { return nil }
    let moment =
        UnixTime.read(tokens) ?? RelativeDate.read(tokens, zone: zone, now: now)
        ?? CalendarDate.read(tokens, now: now, zone: zone).flatMap { $0.moment(zone: zone) }
    return moment.map {
        PublishedDate(instant: $0.instant, offset: $0.offset, precision: $0.precision, origin: origin)
    }
}
