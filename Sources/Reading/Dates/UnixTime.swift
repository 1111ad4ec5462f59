import Model

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
