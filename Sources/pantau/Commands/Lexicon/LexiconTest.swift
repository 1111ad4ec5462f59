import ArgumentParser
import FoundationEssentials
import Model
import Scoring
import Text

/// Scores texts that people have labelled, and says where the rules see them otherwise.
struct LexiconTest: PantauCommand {
    static let permission = Permission.free
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Score labelled texts and say where the rules are wrong.",
        discussion: """
            FILE holds one JSON object a line: "id", "lead" (yes, no or borderline), "title", "text", and where somebody has \
            judged them "urgency", "need" (one, or a list) and "helped". Of a folder, every .jsonl file is read, and known.txt \
            is the list of known failures. Exits 1 where something fails that the list does not name, or where the list names \
            what fails no more.
            """)

    @OptionGroup var global: GlobalOptions

    @Argument(help: "Files of labelled texts, or a folder of them.")
    var files: [String]

    @Option(help: ArgumentHelp("The list of known failures.", valueName: "file"))
    var known: String?

    @Option(
        help: ArgumentHelp("A changed lexicon file, or a folder, instead of the rules in force.", valueName: "file"))
    var with: String?

    @Flag(help: "Write what fails now into the list of known failures.")
    var mark = false

    func run(_ context: Context) async throws {
        let files = try ExampleFiles(paths: files, known: known)
        let examples = try files.examples()
        let lexicon = try with.map { try LexiconFiles(in: try context.lexiconFolder()).lexicon(with: $0) }
        let report = ExampleReport(
            of: examples, with: try lexicon ?? context.lexicon(),
            known: mark ? KnownFailures() : try files.known(of: examples))
        if mark { return try write(report, to: files.knownPath, context) }
        write(report, context)
        guard report.isPassed else {
            throw CommandFailure(.examplesFailed(report.unknown.count, mended: report.mended.count))
        }
    }

    private func write(_ report: ExampleReport, to path: String?, _ context: Context) throws {
        guard !context.options.readOnly else { throw CommandFailure(.readOnly) }
        guard let path else {
            throw CommandFailure(.usage("--mark needs a folder, or --known FILE", command: "lexicon test"))
        }
        do {
            try Data(KnownFailures.text(of: report.failures).utf8).write(to: URL(filePath: path))
        } catch {
            throw CommandFailure(.cannotCreate(path, why: "the file cannot be written"))
        }
        context.output.note(.examplesMarked(report.failures.count, path: path))
    }

    private func write(_ report: ExampleReport, _ context: Context) {
        let output = context.output
        guard !output.isJSON else { return output.json(report.json) }
        for failure in report.unknown {
            output.record([failure.kind.rawValue, failure.example, failure.expected, failure.found])
        }
        for item in report.mended { output.record(["mended", item.example, item.kind.rawValue, "-"]) }
        let counts = ExampleFailure.Kind.allCases.map { "\($0.rawValue) \(report.count($0))" }.joined(separator: ", ")
        output.note(
            .examplesTested(report.examples, failures: counts, known: report.failures.count - report.unknown.count))
    }
}

extension ExampleReport {
    /// `pantau lexicon test --json`.
    fileprivate var json: JSONValue {
        .compact([
            ("schema", "pantau.lexicon.test/1"), ("examples", .integer(Int64(examples))), ("passed", .bool(isPassed)),
            (
                "failures",
                .array(
                    failures.map { failure in
                        .compact([
                            ("id", .string(failure.example)), ("kind", .string(failure.kind.rawValue)),
                            ("expected", .string(failure.expected)), ("found", .string(failure.found)),
                            ("known", .bool(!unknown.contains(failure))),
                        ])
                    })
            ),
            (
                "mended",
                .array(mended.map { .compact([("id", .string($0.example)), ("kind", .string($0.kind.rawValue))]) })
            ),
        ])
    }
}

/// Files of labelled texts, and the list of what is known to fail.
struct ExampleFiles {
    /// Files with examples, in the order in which they were named; those of a folder by their names.
    let paths: [String]
    /// Where the list of known failures is, or is to be; nil where nobody said.
    let knownPath: String?
    private let knownIsNamed: Bool

    /// - Throws: `CommandFailure` where a folder holds no examples.
    init(paths: [String], known: String?) throws {
        var (found, folders): ([String], [String]) = ([], [])
        for path in paths {
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
                found.append(path)
                continue
            }
            folders.append(path)
            let files = names.filter { $0.hasSuffix(".jsonl") }.sorted().map { path + "/" + $0 }
            guard !files.isEmpty else { throw CommandFailure(.noExamples(path)) }
            found += files
        }
        self.paths = found
        knownPath = known ?? (folders.count == 1 ? folders[0] + "/known.txt" : nil)
        knownIsNamed = known != nil
    }

    /// - Throws: `CommandFailure` with everything that is wrong in the files.
    func examples() throws -> [ScoringExample] {
        var examples: [ScoringExample] = []
        var problems: [DocumentProblem] = []
        for path in paths {
            do throws(DocumentProblems) {
                examples += try ScoringExample.read(try content(path), file: path)
            } catch {
                problems += error.problems
            }
        }
        var ids: Set<String> = []
        for example in examples where !ids.insert(example.id).inserted {
            problems.append(
                DocumentProblem(file: paths[0], at: nil, "the example \"\(example.id)\" stands in two files"))
        }
        guard problems.isEmpty else { throw CommandFailure(.badFile("\(DocumentProblems(problems))", exit: .badData)) }
        return examples
    }

    func known(of examples: [ScoringExample]) throws -> KnownFailures {
        guard let knownPath, knownIsNamed || FileManager.default.fileExists(atPath: knownPath) else {
            return KnownFailures()
        }
        do throws(DocumentProblems) {
            return try KnownFailures(try content(knownPath), file: knownPath, examples: Set(examples.map(\.id)))
        } catch {
            throw CommandFailure(.badFile(error.description, exit: .badData))
        }
    }

    private func content(_ path: String) throws(DocumentProblems) -> String {
        do {
            return String(decoding: try readBytes(path), as: UTF8.self)
        } catch {
            throw DocumentProblems([DocumentProblem(file: path, at: nil, "the file cannot be read")])
        }
    }
}
