import Model
import Text

/// What a consumer says that it did with an event.
struct Acknowledgement: Hashable {
    /// The consumer's own number of the case.
    var caseID: String?
    /// The case that the consumer knows this to be.
    var duplicateOf: ForeignCase?

    /// - Returns: nil unless the receipt names the event: a login page or an empty 200 has stored nothing.
    ///
    /// - Parameter consumer: whose number it is where it names no system.
    init?(_ receipt: JSONValue?, of event: String, from consumer: String) {
        guard let receipt, receipt["id"]?.string == event else { return nil }
        caseID = receipt["case_id"]?.string.map { printable($0, limit: 80) }
        if let other = receipt["duplicate_of"], let id = other["id"]?.string, !id.isEmpty {
            let system = other["system"]?.string.flatMap { $0.isEmpty ? nil : $0 } ?? consumer
            // The contract's limits of both.
            duplicateOf = ForeignCase(system: printable(system, limit: 80), id: printable(id, limit: 80))
        }
    }
}

/// What is wrong with an event, in the words of a consumer (RFC 9457).
struct ConsumerProblem: Hashable {
    var text: String
    /// The first JSON Pointer that it names.
    var pointer: String?

    init(status: Int, _ problem: JSONValue?) {
        let words = [problem?["title"]?.string, problem?["detail"]?.string].compactMap { $0 }.filter { !$0.isEmpty }
        let first = problem?["errors"]?[0]
        let fault = first?["detail"]?.string.map { [$0] } ?? []
        text = printable((["HTTP \(status)"] + words + fault).joined(separator: ": "), limit: 300)
        pointer = first?["pointer"]?.string.map { printable($0, limit: 200) }
    }
}

/// The text without control characters: it comes from outside and is shown on a terminal.
func printable(_ text: String, limit: Int) -> String {
    let scalars = text.unicodeScalars.lazy.prefix(limit).map { CharacterRole($0) == .letter ? $0 : " " }
    return String(String.UnicodeScalarView(scalars))
}
