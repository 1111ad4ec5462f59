import Model
import Terminal
import Text

/// A score as a person reads it: each contribution with its points, its rule and the words it rests on.
struct ScoreExplanation {
    var score: Score
    var title: String
    var text: String
    /// False for a protected identity: around a phrase a name may stand.
    var showsContext = true
    var language = ScreenLanguage.english
    var glyphs = Glyphs.unicode

    /// Scalars shown before and after the words in question.
    private static let context = 24

    var lines: [String] {
        var lines = [
            language.phrase(
                "Scored \(score.value) of 100; the threshold is \(score.threshold): \(verdict).",
                "Skor \(score.value) daripada 100; ambang \(score.threshold): \(verdict).")
        ]
        if let likelihood { lines.append(likelihood) }
        lines += score.contributions.flatMap(contribution)
        lines.append(" ---")
        lines.append("\(padded(score.raw, to: 4))  \(language.phrase("sum", "jumlah"))\(scale); \(cleared)")
        if !score.needs.isEmpty {
            let needs = score.needs.map { "\($0.need.rawValue) (\($0.confidence.label(in: language)))" }
                .joined(separator: ", ")
            lines.append(language.phrase("Needs: \(needs)", "Keperluan: \(needs)"))
        }
        let (urgency, kind) = (score.urgency.label(in: language).lowercased(), score.kind.words(in: language))
        lines.append(
            language.phrase("Urgency: ", "Kesegeraan: ")
                + "\(urgency) (\(language.phrase(score.urgencyReason, score.urgencyReasonMalay))); "
                + language.phrase("kind: ", "jenis: ") + kind)
        if score.isHelped {
            lines.append(
                language.phrase("The text tells of help that was given.", "Teks menyebut bantuan yang telah diberi."))
        }
        if score.isProtected { lines.append(language.phrase("Identity protected.", "Identiti dilindungi.")) }
        return lines
    }

    private var likelihood: String? {
        guard let found = score.likelihood else { return nil }
        let share = "\((found.perMille + 5) / 10) %"
        let isOld = found.isOfTheseRules ? "" : language.phrase(" (with other rules)", " (dengan peraturan lain)")
        return language.phrase(
            "Of labelled texts with this score, \(share) were leads\(isOld).",
            "Daripada teks berlabel dengan skor ini, \(share) ialah kes sebenar\(isOld).")
    }

    /// Where the score is not the sum.
    private var scale: String {
        guard score.raw != score.value else { return "" }
        return score.raw > score.value
            ? language.phrase(
                " (above 60, nineteen points count as eight)", " (melebihi 60, sembilan belas mata dikira lapan)")
            : language.phrase(
                " (below 10, seven points count as one)", " (di bawah 10, tujuh mata dikira satu)")
    }

    private var verdict: String {
        score.isFlagged ? language.phrase("flagged", "ditanda") : language.phrase("not flagged", "tidak ditanda")
    }

    private var cleared: String {
        let phrases = score.cleared.filter { $0.reason != .covered }.map {
            "\"\($0.evidence.exact)\" (\($0.reason.rawValue))"
        }
        guard !phrases.isEmpty else { return language.phrase("nothing cleared", "tiada yang dikecualikan") }
        return language.phrase("cleared: ", "dikecualikan: ") + phrases.joined(separator: ", ")
    }

    private func contribution(_ item: Contribution) -> [String] {
        let points = item.points > 0 ? "+\(item.points)" : "\(item.points)"
        let label = language.phrase(item.labelEnglish, item.labelMalay)
        let head = "\(padded(points, to: 4))  \(filled(label, to: 34))  \(item.rule)"
        return [head] + item.evidence.prefix(2).map { "      " + quote($0) }
    }

    private func quote(_ evidence: Evidence) -> String {
        let scalars = Array((evidence.field == .title ? title : text).unicodeScalars)
        let range = evidence.range.clamped(to: 0..<scalars.count)
        let start = max(0, range.lowerBound - Self.context)
        let end = min(scalars.count, range.upperBound + Self.context)
        let place =
            evidence.field == .title ? language.phrase("[title]", "[tajuk]") : "[\(evidence.sentence + 1)]"
        guard showsContext, !scalars.isEmpty else {
            return "\(place) \(glyphs.markOpen)\(string(Array(evidence.exact.unicodeScalars)[...]))\(glyphs.markClose)"
        }
        let phrase = glyphs.markOpen + string(scalars[range]) + glyphs.markClose
        return "\(place) \(start > 0 ? glyphs.ellipsis : "")\(string(scalars[start..<range.lowerBound]))\(phrase)"
            + "\(string(scalars[range.upperBound..<end]))\(end < scalars.count ? glyphs.ellipsis : "")"
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
