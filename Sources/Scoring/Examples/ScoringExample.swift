public import Model
public import Text

/// A text and what people say of it: what the rules are tested with.
public struct ScoringExample: Hashable, Sendable, CustomStringConvertible {
    /// Unique over the examples that are read together.
    public var id: String
    /// What manner of writing it is (`court`, `whatsapp`); for people alone.
    public var kind: String
    public var verdict: Verdict
    /// How urgent the lead is; nil where nobody said.
    public var urgency: Urgency?
    /// One of them should be named first; empty where nobody said.
    public var needs: [Need]
    /// Whether the help that the text tells of was given already; nil where nobody said.
    public var isHelped: Bool?
    /// In Unicode NFC.
    public var title: String
    /// In Unicode NFC.
    public var text: String

    /// The id and the title.
    public var description: String { "\(id): \(title)" }

    /// Whether the text is a lead, by the labelling guide.
    public enum Verdict: String, CaseIterable, Sendable {
        case yes, no
        /// Either answer will do.
        case borderline
    }

    /// - Parameter expected: the members that an example may have besides its title and text.
    private static let members = ["id", "kind", "lead", "urgency", "need", "helped", "title", "text"]

    /// Reads examples in JSON Lines, one object a line:
    ///
    ///     {"id": "a-1", "kind": "court", "lead": "yes", "urgency": "urgent", "need": ["fire"], "title": "…", "text": "…"}
    ///
    /// `id`, `lead` and `text` must be there.
    ///
    /// - Throws: everything that is wrong, each with its line.
    public static func read(_ content: String, file: String) throws(DocumentProblems) -> [ScoringExample] {
        var examples: [ScoringExample] = []
        var problems: [DocumentProblem] = []
        var ids: Set<String> = []
        for (index, line) in content.utf8.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            guard !line.allSatisfy({ $0 == 32 || $0 == 13 }) else { continue }
            var reader = MemberReader(file: file, line: index + 1)
            let example = reader.example(of: line)
            problems += reader.problems
            guard let example else { continue }
            if !ids.insert(example.id).inserted {
                problems.append(reader.problem("the example \"\(example.id)\" stands twice"))
            }
            examples.append(example)
        }
        guard problems.isEmpty else { throw DocumentProblems(problems) }
        return examples
    }

    /// Reads the members of one line and notes what is wrong with them.
    private struct MemberReader {
        let file: String
        let line: Int
        var problems: [DocumentProblem] = []

        func problem(_ reason: String, column: Int = 1) -> DocumentProblem {
            DocumentProblem(file: file, at: .init(line: line, column: column), reason)
        }

        /// - Returns: nil where something is wrong.
        mutating func example(of line: Substring.UTF8View) -> ScoringExample? {
            let value: JSONValue
            do throws(JSONError) {
                value = try JSONValue(parsing: line)
            } catch {
                problems.append(problem(error.reason, column: error.offset + 1))
                return nil
            }
            guard let members = value.members else {
                problems.append(problem("an example is one JSON object a line"))
                return nil
            }
            for member in members where !ScoringExample.members.contains(member.name) {
                let hint = nearest(to: member.name, among: ScoringExample.members).map { "; did you mean \"\($0)\"?" }
                problems.append(problem("\"\(member.name)\" is no part of an example\(hint ?? "")"))
            }
            let example = ScoringExample(
                id: text("id", of: value, isRequired: true), kind: text("kind", of: value),
                verdict: word("lead", of: value, isRequired: true) ?? .borderline, urgency: word("urgency", of: value),
                needs: needs(of: value), isHelped: flag("helped", of: value), title: text("title", of: value),
                text: text("text", of: value, isRequired: true))
            return problems.isEmpty ? example : nil
        }

        private mutating func text(_ name: String, of value: JSONValue, isRequired: Bool = false) -> String {
            guard let member = value[name] else {
                if isRequired { problems.append(problem("an example needs \"\(name)\"")) }
                return ""
            }
            guard let text = member.string, !text.isEmpty else {
                problems.append(problem("\"\(name)\" needs a text"))
                return ""
            }
            return text
        }

        private mutating func flag(_ name: String, of value: JSONValue) -> Bool? {
            guard let member = value[name] else { return nil }
            if member.bool == nil { problems.append(problem("\"\(name)\" is true or false")) }
            return member.bool
        }

        private mutating func word<Word: RawRepresentable & CaseIterable>(
            _ name: String, of value: JSONValue, isRequired: Bool = false
        ) -> Word? where Word.RawValue == String {
            let found = text(name, of: value, isRequired: isRequired)
            return found.isEmpty ? nil : word(found, name)
        }

        private mutating func word<Word: RawRepresentable & CaseIterable>(
            _ text: String, _ name: String
        ) -> Word? where Word.RawValue == String {
            if let word = Word(rawValue: text) { return word }
            let known = Word.allCases.map(\.rawValue)
            let hint = nearest(to: text, among: known).map { "; did you mean \"\($0)\"?" }
            problems.append(
                problem("\"\(name)\": \"\(text)\" is none of \(known.joined(separator: ", "))\(hint ?? "")"))
            return nil
        }

        private mutating func needs(of value: JSONValue) -> [Need] {
            guard let member = value["need"] else { return [] }
            let words = member.items ?? [member]
            return words.compactMap { item in
                guard let text = item.string else {
                    problems.append(problem("\"need\" is a need, or a list of needs that may stand first"))
                    return nil
                }
                return word(text, "need")
            }
        }
    }
}
