import ArgumentParser
import Model
import Scoring
import Text

/// Two lexicons against each other: their rules, and what they make of the same articles.
struct LexiconDiff: PantauCommand {
    static let permission = Permission.seeLead
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compare two lexicons: rules added, removed and changed, and their effect over kept articles.",
        discussion: """
            A and B are folders of lexicon files, or single files, which stand among those in force in the place of the file \
            with the same id. The articles are those of the store; with --texts, those of a file.
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var kept: KeptTexts

    @Argument(help: "The lexicon as it was.")
    var old: String

    @Argument(help: "The lexicon as it is to be.")
    var new: String

    @Flag(help: "Compare the rules alone, over no articles.")
    var rulesOnly = false

    @Option(name: [.customShort("L"), .long], help: "How many changed leads are shown; all of them are counted.")
    var limit = 40

    func validate() throws {
        guard limit >= 0 else { throw ValidationError("--limit needs 0 or more, not \(limit)") }
    }

    func run(_ context: Context) async throws {
        let files = LexiconFiles(in: try context.lexiconFolder())
        let (before, after) = (try files.lexicon(with: old), try files.lexicon(with: new))
        let difference = LexiconDifference(from: before, to: after)
        var effect = LexiconEffect(from: before, to: after)
        if !rulesOnly { try await kept.forEach(context) { effect.add($0) } }
        guard !context.output.isJSON else {
            let members: [(String, JSONValue?)] = [("schema", "pantau.lexicon.diff/1"), ("rules", difference.json)]
            return context.output.json(.compact(members + (rulesOnly ? [] : effect.json)))
        }
        write(difference, context)
        if !rulesOnly { effect.write(context, limit: limit) }
    }

    private func write(_ difference: LexiconDifference, _ context: Context) {
        let output = context.output
        output.say(
            .lexiconDifference(
                added: difference.added.count, removed: difference.removed.count, changed: difference.changed.count))
        for part in difference.added { output.record(["+", part.id, part["points"].first ?? "", part.file]) }
        for part in difference.removed { output.record(["-", part.id, part["points"].first ?? "", part.file]) }
        for change in difference.changed {
            for key in change.keys {
                output.record(["~", change.part.id, key.key, key.words])
            }
        }
    }
}

extension LexiconDifference.KeyChange {
    /// `8 > 12` for one value, else what is gone and what is new.
    fileprivate var words: String {
        if removed.count == 1, added.count == 1 { return "\(removed[0]) > \(added[0])" }
        return (removed.map { "-\($0)" } + added.map { "+\($0)" }).joined(separator: ", ")
    }
}

extension LexiconDifference {
    fileprivate var json: JSONValue {
        let names = { (parts: [LexiconPart]) in
            JSONValue.array(
                parts.map { .compact([("kind", .string($0.kind.rawValue)), ("name", .string($0.name))]) })
        }
        let values = { (values: [String]) in JSONValue.array(values.map { .string($0) }) }
        return .compact([
            ("added", names(added)), ("removed", names(removed)),
            (
                "changed",
                .array(
                    changed.map { change in
                        .compact([
                            ("kind", .string(change.part.kind.rawValue)), ("name", .string(change.part.name)),
                            (
                                "keys",
                                .array(
                                    change.keys.map {
                                        .compact([
                                            ("key", .string($0.key)), ("removed", values($0.removed)),
                                            ("added", values($0.added)),
                                        ])
                                    })
                            ),
                        ])
                    })
            ),
        ])
    }
}
