import Model
import Terminal

/// A question on a line of its own, answered by a line of standard input.
struct PlainQuestion {
    let output: Output

    /// The answer without blanks at its ends; nil at the end of the input.
    func ask(_ question: Message) -> String? {
        output.text(question.text(in: output.language))
        guard let line = readLine() else {
            output.line()
            return nil
        }
        return line.trimmed
    }

    /// Why a lead is rejected; nil where the person thinks better of it.
    func askReason() -> RejectReason? {
        while let answer = ask(.plainReason) {
            if answer.isEmpty { return nil }
            if let reason = RejectReason.allCases.first(where: { $0.key == answer }) { return reason }
            for reason in RejectReason.allCases {
                output.line(StyledText("\(reason.key)  \(reason.label(in: output.language))"))
            }
        }
        return nil
    }
}
