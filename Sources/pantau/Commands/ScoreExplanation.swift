import Model
import Text

/// A score as a person reads it: each contribution with its points, its rule and the words it rests on.
struct ScoreExplanation {
    var score: Score
    var title: String
    var text: String

    /// Scalars shown before and after the words in question.
    private static let context = 24

    var lines: [String] {
        var lines = ["Scored \(score.value) of 100; the threshold is \(score.threshold): \(verdict)."]
        lines += score.contributions.flatMap(contribution)
        lines.append(" ---")
        lines.append("\(padded(score.raw, to: 4))  sum; \(cleared)")
        if !score.needs.isEmpty {
            lines.append(
                "Needs: "
                    + score.needs.map { "\($0.need.rawValue) (\($0.confidence.rawValue))" }.joined(separator: ", "))
        }
        lines.append("Urgency: \(score.urgency.rawValue) (\(score.urgencyReason)); kind: \(score.kind.rawValue)")
        if score.isProtected { lines.append("Identity protected.") }
        return lines
    }

    private var verdict: String { score.isFlagged ? "flagged" : "not flagged" }

    private var cleared: String {
        guard !score.cleared.isEmpty else { return "nothing cleared" }
        let phrases = score.cleared.filter { $0.reason != .covered }.map {
            "\"\($0.evidence.exact)\" (\($0.reason.rawValue))"
        }
        return phrases.isEmpty ? "nothing cleared" : "cleared: " + phrases.joined(separator: ", ")
    }

    private func contribution(_ item: Contribution) -> [String] {
        let points = item.points > 0 ? "+\(item.points)" : "\(item.points)"
        let head = "\(padded(points, to: 4))  \(filled(item.labelEnglish, to: 34))  \(item.rule)"
        return [head] + item.evidence.prefix(2).map { "      " + quote($0) }
    }

    private func quote(_ evidence: Evidence) -> String {
        let scalars = Array((evidence.field == .title ? title : text).unicodeScalars)
        let range = evidence.range.clamped(to: 0..<scalars.count)
        let start = max(0, range.lowerBound - Self.context)
        let end = min(scalars.count, range.upperBound + Self.context)
        let place = evidence.field == .title ? "[title]" : "[\(evidence.sentence + 1)]"
        return "\(place) \(start > 0 ? "…" : "")\(string(scalars[start..<range.lowerBound]))«\(string(scalars[range]))»"
            + "\(string(scalars[range.upperBound..<end]))\(end < scalars.count ? "…" : "")"
    }

    /// Control characters must not reach a terminal, and a quotation is one line.
    private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var out = String.UnicodeScalarView()
        for scalar in scalars { out.append(scalar.properties.generalCategory == .control ? " " : scalar) }
        return String(out)
    }

    private func padded(_ value: some CustomStringConvertible, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - value.description.count)) + value.description
    }

    private func filled(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
