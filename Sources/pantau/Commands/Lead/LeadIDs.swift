import ArgumentParser
import Model

/// The leads a command is about: numbers, `#1042`, ranges `1040-1045`, or one a line on standard input.
struct LeadIDs: ParsableArguments {
    @Argument(help: ArgumentHelp("Numbers, ranges such as 1040-1045.", valueName: "id"))
    var ids: [String] = []

    @Flag(name: .customLong("stdin"), help: "Read the numbers from standard input, one a line.")
    var fromInput = false

    /// A range longer than this is taken for a typing mistake.
    private static let longestRange = 10_000

    func validate() throws {
        guard fromInput || !ids.isEmpty else { throw ValidationError("name at least one lead, such as 1042") }
        for text in ids where LeadIDs.parse(text) == nil {
            throw ValidationError("\"\(text.prefix(40))\" is no number of a lead and no range such as 1040-1045")
        }
    }

    /// In the order given, each once.
    ///
    /// - Throws: `CommandFailure` for a line of standard input that is no number.
    func resolved() throws -> [LeadID] {
        var words = ids
        if fromInput {
            while let line = readLine() {
                let word = line.split(separator: "\t").first.map(String.init) ?? ""
                if !word.allSatisfy(\.isWhitespace) { words.append(word) }
            }
        }
        var seen: Set<LeadID> = []
        var result: [LeadID] = []
        for word in words {
            guard let range = LeadIDs.parse(word) else {
                throw CommandFailure(.usage("\"\(word.prefix(40))\" is no number of a lead", command: "lead"))
            }
            for number in range where seen.insert(LeadID(number)).inserted { result.append(LeadID(number)) }
        }
        return result
    }

    static func parse(_ text: String) -> ClosedRange<Int64>? {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        let ends = digits.split(separator: "-", omittingEmptySubsequences: false).map { Int64($0) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first > 0, first <= last,
            last - first < longestRange
        else { return nil }
        return first...last
    }
}
