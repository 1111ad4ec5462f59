import Fetching
import Model

/// When a push that failed is tried again (contract, section 4b).
enum RetryTable {
    /// The rest before each retry; after the last a person has to look.
    static let rests: [TimeSpan] = [
        .seconds(0), .seconds(5), .minutes(5), .minutes(30), .hours(2), .hours(5), .hours(10), .hours(14), .hours(20),
        .hours(24),
    ]
    /// Of a rest, up or down: consumers that came back are not met by everybody at once.
    static let jitter = 0.2
    /// The longest rest that a Retry-After may ask for. A wrong one (or an attack) would keep a person waiting for years.
    static let longestRest = TimeSpan.hours(24)

    /// The rest after a failure.
    ///
    /// - Parameters:
    ///   - failures: how many there were with this one, from 1.
    ///   - isEndless: begins the last line of the table again and again.
    ///   - random: 0..<1.
    /// - Returns: nil where there is no further try.
    static func rest(after failures: Int, isEndless: Bool, random: Double) -> TimeSpan? {
        guard failures <= rests.count || isEndless, let last = rests.last else { return nil }
        let rest = failures <= rests.count ? rests[max(1, failures) - 1] : last
        return rest * (1 + jitter * (2 * random - 1))
    }

    /// What an answer asks for, bounded; nil where it asks for nothing that can be understood.
    static func askedRest(_ answer: ServiceAnswer, at now: Instant) -> TimeSpan? {
        guard let text = answer.headers["retry-after"] else { return nil }
        // Digits that say centuries mean "much later", not "at once".
        let isNumber = !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
        guard let asked = answer.headers.retryAfter(at: now) ?? (isNumber ? longestRest : nil) else { return nil }
        return min(asked, longestRest)
    }
}
