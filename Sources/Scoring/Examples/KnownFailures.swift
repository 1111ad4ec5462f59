public import Text

/// A list of failures that are known: gaps that are counted and not hidden. Each is checked both ways: one that is mended
/// must leave the list.
///
/// One a line, `miss need-013`; lines that begin with `#` and empty ones are passed over.
public struct KnownFailures: Sendable {
    /// A failure as the list names it.
    public struct Item: Hashable, Comparable, Sendable {
        public var kind: ExampleFailure.Kind
        public var example: String

        public init(_ kind: ExampleFailure.Kind, _ example: String) { (self.kind, self.example) = (kind, example) }

        public static func < (a: Item, b: Item) -> Bool {
            (a.kind.rawValue, a.example) < (b.kind.rawValue, b.example)
        }
    }

    public private(set) var items: Set<Item> = []

    public init() {}

    /// - Parameter ids: of the examples; a line that names another is a mistake.
    /// - Throws: everything that is wrong with the list, each with its line.
    public init(_ content: String, file: String, examples ids: Set<String>) throws(DocumentProblems) {
        var problems: [DocumentProblem] = []
        for (index, line) in content.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            let mark = DocumentNode.Mark(line: index + 1, column: 1)
            guard words.count == 2, let kind = ExampleFailure.Kind(rawValue: first) else {
                let kinds = ExampleFailure.Kind.allCases.map(\.rawValue).joined(separator: ", ")
                problems.append(
                    DocumentProblem(file: file, at: mark, "a line is one of \(kinds), and the id of an example"))
                continue
            }
            if !ids.contains(words[1]) {
                problems.append(DocumentProblem(file: file, at: mark, "there is no example \"\(words[1])\""))
            }
            items.insert(Item(kind, words[1]))
        }
        guard problems.isEmpty else { throw DocumentProblems(problems) }
    }

    /// The list as a file holds it, in the order of kinds and ids.
    public static func text(of failures: [ExampleFailure]) -> String {
        let head = """
            # What the rules get wrong of these examples, as `pantau lexicon test --mark` found it: the kind of failure and
            # the example. A test fails where one of them is mended and still stands here, or where another comes up.

            """
        let items = Set(failures.map { Item($0.kind, $0.example) }).sorted()
        return head + items.map { "\($0.kind.rawValue) \($0.example)\n" }.joined()
    }
}

/// What a test over examples found.
public struct ExampleReport: Sendable {
    /// How many examples were tested.
    public var examples: Int
    /// In the order of the examples.
    public var failures: [ExampleFailure] = []
    /// Those of `failures` that no list of known ones names.
    public var unknown: [ExampleFailure] = []
    /// What the list names and is none any more.
    public var mended: [KnownFailures.Item] = []

    public var isPassed: Bool { unknown.isEmpty && mended.isEmpty }

    /// Scores each example with `lexicon`.
    public init(of examples: [ScoringExample], with lexicon: Lexicon, known: KnownFailures = KnownFailures()) {
        self.examples = examples.count
        for example in examples {
            failures += example.failures(of: score(title: example.title, text: example.text, with: lexicon))
        }
        let found = Set(failures.map { KnownFailures.Item($0.kind, $0.example) })
        unknown = failures.filter { !known.items.contains(.init($0.kind, $0.example)) }
        mended = known.items.subtracting(found).sorted()
    }

    /// How many failures there are of a kind.
    public func count(_ kind: ExampleFailure.Kind) -> Int { failures.count { $0.kind == kind } }
}
