import Model
import Reviewing
import Terminal

extension Comparison {
    /// Two leads side by side, what is equal marked with `=` (UX.md screen 07).
    func lines(_ width: Int, _ language: ScreenLanguage) -> [StyledText] {
        let facts = right.link.facts.prefix(3).map { $0.kind.label(in: language) }.joined(separator: ", ")
        let title = language.phrase(
            "\(left.id) and \(right.lead.id): \(right.percent)% alike",
            "\(left.id) dan \(right.lead.id): \(right.percent)% serupa")
        let half = max(10, (width - 12) / 2)
        var lines = [StyledText(title, .heading) + StyledText("  \(facts)")]
        lines.append(
            StyledText(String(repeating: " ", count: 11))
                + StyledText("\(left.id)".padded(to: half) + "\(right.lead.id)", .heading))
        let isHidden = left.isProtected || right.lead.isProtected
        for fact in ComparedFact.comparing(left, right.lead, in: language) {
            let hidden = Message.identityProtected.text(in: language)
            let (a, b) = fact.kind.isPersonal && isHidden ? (hidden, hidden) : (fact.first, fact.second)
            lines += row(fact.kind.label(in: language), a, b, isSame: fact.isSame, half)
        }
        let keys = language.phrase(
            "y same case: merge \(right.lead.id) into \(left.id)   n different   h cannot tell   Esc",
            "y kes sama: gabung \(right.lead.id) ke \(left.id)   n berbeza   h tidak pasti   Esc")
        return lines + ["", StyledText(keys, .faint)]
    }

    private func row(_ heading: String, _ a: String, _ b: String, isSame: Bool, _ half: Int) -> [StyledText] {
        let (first, second) = (wrapped(a.isEmpty ? "-" : a, width: half - 3), wrapped(b.isEmpty ? "-" : b, width: half))
        return (0..<min(2, max(first.count, second.count))).map { row in
            let sign = row == 0 && isSame ? "= " : "  "
            return StyledText((row == 0 ? heading : "").padded(to: 11), .heading)
                + StyledText((row < first.count ? first[row] : "").padded(to: half - 2) + sign)
                + StyledText(row < second.count ? second[row] : "")
        }
    }
}
