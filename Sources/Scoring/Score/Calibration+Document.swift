public import Text

/// The file `calibration.yaml` beside the rules.
extension Calibration {
    private static let keys = ["rules", "steps"]

    /// - Throws: everything that is wrong with the document, each problem with its place.
    public init(_ root: DocumentNode, file: String) throws(DocumentProblems) {
        var nodes = NodeReader(file: file)
        var fingerprint = ""
        var steps: [Step] = []
        for entry in nodes.entries(of: root, knowing: Self.keys, in: "a calibration") {
            if entry.key == "rules" {
                fingerprint = nodes.string(entry.value, "\"rules\"")
            } else {
                for item in nodes.items(of: entry.value, in: "\"steps\"") { steps.append(Self.step(item, &nodes)) }
            }
        }
        if steps.isEmpty { nodes.note("a calibration needs \"steps\"", at: root.mark) }
        for (lower, upper) in zip(steps, steps.dropFirst())
        where lower.score >= upper.score || lower.perMille > upper.perMille {
            nodes.note("the step at score \(upper.score) must be above the one at \(lower.score)", at: root.mark)
        }
        guard nodes.problems.isEmpty else { throw DocumentProblems(nodes.problems) }
        (self.fingerprint, self.steps) = (fingerprint, steps)
    }

    private static func step(_ node: DocumentNode, _ nodes: inout NodeReader) -> Step {
        var (score, perMille) = (0, 0)
        for entry in nodes.entries(of: node, knowing: ["score", "per-mille"], in: "a step") {
            if entry.key == "score" {
                score = nodes.integer(entry.value, "\"score\"", in: 0...100)
            } else {
                perMille = nodes.integer(entry.value, "\"per-mille\"", in: 0...1000)
            }
        }
        return Step(score: score, perMille: perMille)
    }

    /// The document as text, with how well it fits the outcomes it was fitted to.
    public func document(fittedTo outcomes: [Outcome]) -> String {
        let leads = outcomes.filter(\.isLead).count
        var lines = [
            "# What a score is worth: of a thousand texts with this score, how many are leads.",
            "# Fitted to \(outcomes.count) labelled texts, \(leads) of them leads, with the rules of the fingerprint below.",
            "# After a change of the rules: pantau score --calibrate LABELLED.jsonl > calibration.yaml",
            "#", "#   score     texts  leads  said  were (in a thousand)",
        ]
        for band in stride(from: 0, to: 100, by: 10) {
            let range = band...(band == 90 ? 100 : band + 9)
            let inside = outcomes.filter { range.contains(max(0, min(100, $0.score))) }
            guard !inside.isEmpty else { continue }
            let said = inside.reduce(0) { $0 + perMille(at: $1.score) } / inside.count
            let were = inside.filter(\.isLead).count
            lines.append(
                "#   " + Self.padded("\(range.lowerBound)-\(range.upperBound)", 8) + Self.padded("\(inside.count)", 7)
                    + Self.padded("\(were)", 7) + Self.padded("\(said)", 6)
                    + Self.padded("\(were * 1000 / inside.count)", 6))
        }
        lines += ["rules: \"\(fingerprint)\"", "steps:"]
        lines += steps.map { "  - {score: \($0.score), per-mille: \($0.perMille)}" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - text.count)) + text
    }
}
