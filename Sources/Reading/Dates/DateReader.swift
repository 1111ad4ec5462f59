public import Model

/// Reads a date as feeds, sitemaps and pages write it: RFC 822 with its sins, ISO 8601, Unix time, and the date lines of
/// Malay, Indonesian and English news (`Ogs 17, 2024 @ 11:49pm`, `19 DISEMBER 2022 (ISNIN)`, `sejam lalu`).
///
/// - Parameters:
///   - zone: minutes east of UTC that a text without a zone means.
///   - now: the present, for `2 hari lalu`, a missing year and a year of two digits. The function reads no clock.
///   - origin: where the text was found; handed on.
/// - Returns: nil where the text is no date, or names a day that does not exist. At most 200 bytes are read.
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

/// A point in time as precise as a text says it.
struct Moment: Hashable {
    var instant: Instant
    var offset: Int
    var precision: PublishedDate.Precision
}

/// Seconds or milliseconds since 1970, as some feeds of scripts have them.
enum UnixTime {
    static func read(_ tokens: [DateToken]) -> Moment? {
        guard tokens.count == 1, case .number(let value, let digits) = tokens[0] else { return nil }
        switch digits {
        case 10: return Moment(instant: Instant(seconds: Int64(value)), offset: 0, precision: .second)
        case 13: return Moment(instant: Instant(milliseconds: Int64(value)), offset: 0, precision: .second)
        default: return nil
        }
    }
}
