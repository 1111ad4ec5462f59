import Model
import Reviewing
import Terminal
import Text

/// Similar leads as `lead similar` writes them: side by side for people (UX.md, screen 07), records for pipes, JSON.
struct SimilarListing {
    let lead: Lead
    let similar: [SimilarLead]
    let context: Context

    private var language: ScreenLanguage { context.language }

    // MARK: For people

    func writeTables() {
        for (index, other) in similar.enumerated() {
            if index > 0 { context.output.line() }
            for line in lines(other) { context.output.line(line) }
        }
        context.output.line()
        let (id, other) = (lead.id.value, similar[0].lead.id.value)
        let steps = [
            language.phrase("Same case: ", "Kes sama: ") + "pantau lead merge \(other) --into \(id)",
            language.phrase("Different: ", "Berlainan: ") + "pantau lead differ \(id) --from \(other)",
        ]
        for line in nextSteps(steps, width: context.output.terminal.columns) { context.output.line(line) }
    }

    /// Headline of the pair, then one line a fact: the one lead, `=` where both say the same, the other.
    func lines(_ other: SimilarLead) -> [StyledText] {
        let width = context.output.terminal.columns
        let percent = language.phrase("\(other.percent)% alike", "\(other.percent)% serupa")
        let told =
            other.isCalledDifferent
            ? language.phrase(", called different by a person", ", dikatakan berlainan oleh seseorang") : ""
        let title = "\(lead.id) \(language.phrase("and", "dan")) \(other.lead.id): \(percent)\(told)"
        var lines = [StyledText(title, .heading)]
        lines += wrapped(sum(other.link.facts), width: width, first: "  ", indent: 2).map { StyledText($0) }
        let label = 12
        let column = max(14, (width - label - 3) / 2)
        lines.append(
            StyledText(String(repeating: " ", count: label) + "\(lead.id)".padded(to: column + 3) + "\(other.lead.id)"))
        for fact in facts(other) {
            let first = wrapped(fact.first.isEmpty ? "-" : fact.first, width: column)
            let second = wrapped(fact.second.isEmpty ? "-" : fact.second, width: column)
            for row in 0..<max(first.count, second.count) {
                let name = row == 0 ? fact.kind.label(in: language) : ""
                let sign = row == 0 && fact.isSame ? " = " : "   "
                let left = row < first.count ? first[row] : ""
                let right = row < second.count ? second[row] : ""
                lines.append(StyledText(name.padded(to: label) + left.padded(to: column) + sign + right))
            }
        }
        return lines
    }

    /// `same place 2.0, same days 1.5`
    private func sum(_ facts: [JoinFact]) -> String {
        facts.map { $0.words(in: language) }.joined(separator: ", ")
    }

    /// With what may tell who somebody is put out of sight where the identity is protected.
    private func facts(_ other: SimilarLead) -> [ComparedFact] {
        ComparedFact.comparing(lead, other.lead, in: language).map { fact in
            guard fact.kind.isPersonal else { return fact }
            var shown = fact
            let hidden = Message.identityProtected.text(in: language)
            if lead.isProtected { shown.first = hidden }
            if other.lead.isProtected { shown.second = hidden }
            return shown
        }
    }

    // MARK: For pipes and scripts

    /// Number, likeness in hundredths, reason, review state, whether a crawl offered it, the facts.
    func writeRecords() {
        let rows = similar.map { other in
            [
                "\(other.lead.id.value)", "\(other.percent)", other.link.reason.rawValue, other.lead.state.code,
                other.isOffered ? "offered" : "", other.isCalledDifferent ? "different" : "",
                other.link.facts.map { "\($0.kind.rawValue):\($0.tenths)" }.joined(separator: ","),
            ]
        }
        context.output.records(named: ["id", "percent", "reason", "state", "offered", "different", "facts"], rows)
    }

    var json: JSONValue {
        [
            "schema": "pantau.lead.similar/1", "id": .integer(lead.id.value), "items": .array(similar.map(item)),
        ]
    }

    func item(_ other: SimilarLead) -> JSONValue {
        let compared = ComparedFact.comparing(lead, other.lead, in: .english)
        return [
            "id": .integer(other.lead.id.value), "alike": .number(Double(other.percent) / 100),
            "reason": .string(other.link.reason.rawValue), "state": .string(other.lead.state.code),
            "offered": .bool(other.isOffered), "called_different": .bool(other.isCalledDifferent),
            "protected": .bool(other.lead.isProtected),
            "why": .array(other.link.facts.map(\.record)),
            "same": .array(compared.filter(\.isSame).map { .string($0.kind.rawValue) }),
        ]
    }
}
