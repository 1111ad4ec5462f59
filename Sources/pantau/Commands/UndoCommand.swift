import ArgumentParser
import Hashing
import Model
import Reviewing
import Storing
import Terminal
import Text

struct UndoCommand: PantauCommand {
    static let permission = Permission.decide
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take the last decision back, whatever it touched.")

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("Another entry of the log, also a colleague's.", valueName: "entry"))
    var entry: Int64?

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    func run(_ context: Context) async throws {
        let target = entry.map { UndoTarget.entry(EntryID($0)) } ?? .lastOwn
        try await Reversal(target, isConfirmed: yes).carryOut(in: context)
    }
}

struct RedoCommand: PantauCommand {
    static let permission = Permission.decide
    static let configuration = CommandConfiguration(
        commandName: "redo", abstract: "Do again what the last undo took back.")

    @OptionGroup var global: GlobalOptions

    func run(_ context: Context) async throws {
        try await Reversal(.lastOwnUndone, isConfirmed: true).carryOut(in: context)
    }
}

/// An undo or redo from the command line to what is said of it. Without a terminal nobody is asked: a script that says
/// `undo` means it, but for what a colleague did: that takes `--yes`.
struct Reversal {
    private let target: UndoTarget
    private let isConfirmed: Bool

    init(_ target: UndoTarget, isConfirmed: Bool) { (self.target, self.isConfirmed) = (target, isConfirmed) }

    func carryOut(in context: Context) async throws {
        let store = try context.store(.writing)
        let (target, actor, author, now) = (target, context.actor, context.author, context.now)
        if !isConfirmed {
            let found = try await store.read { db in try db.undoable(target, by: actor) }
            if case .success(let decision) = found { try confirm(decision, context) }
        }
        let result = try await store.write { db in try db.undo(target, by: author, at: now) }
        switch result {
        case .done(let entry, let decision): tell(entry, decision, context)
        case .refused(let refusal):
            let message = Message(refusal)
            guard message.exit == .done else { throw CommandFailure(message) }
            context.output.note(message)
        }
    }

    private func confirm(_ decision: JournalEntry, _ context: Context) throws {
        guard context.isInteractive else {
            let who = decision.draft.author.actor
            guard who == context.actor else {
                throw CommandFailure(.undoNeedsYes(decision.id, decision.words, by: who.name))
            }
            return
        }
        context.output.prompt(
            .askUndo(
                decision.words, who: decision.draft.author.actor.name,
                ago: age(since: decision.draft.at, at: context.now, in: context.language)))
        guard let answer = readLine()?.lowercased(), ["y", "yes", "ya"].contains(answer) else {
            throw CommandFailure(.cancelled)
        }
    }

    private func tell(_ entry: JournalEntry, _ decision: JournalEntry, _ context: Context) {
        guard !context.output.isJSON else {
            context.output.json(entry.change)
            return
        }
        let words = decision.words
        context.output.say(entry.draft.verb == "redo" ? .redoDone(words) : .undoDone(words))
    }
}

extension Message {
    init(_ refusal: UndoRefusal) {
        switch refusal {
        case .nothingToUndo: self = .nothingToUndo
        case .notFound(let entry): self = .noEntry(entry)
        case .notADecision(let entry, let verb): self = .notADecision(entry, verb: verb)
        case .alreadyDone(let entry, let later): self = .alreadyUndone(entry, by: later.draft.author.actor.name)
        case .sent(let prospect, let time): self = .alreadySent(prospect.description, at: time)
        case .changedSince(let lead, _): self = .changed(lead)
        case .erased(let lead, let reason): self = .erasedForGood(lead, reason)
        }
    }
}

extension JournalEntry {
    /// What was done, in the words of the command line, without any personal data: `lead.reject old-news #982 #979`.
    var words: String {
        // A crawl may have touched a lead several times.
        var seen: Set<LeadID> = []
        let leads = draft.targets.compactMap(\.lead).filter { seen.insert($0).inserted }
        let shown = leads.prefix(3).map(\.description).joined(separator: " ")
        let rest = leads.count > 3 ? " + \(leads.count - 3)" : ""
        return [draft.verb, draft.reason, shown + rest].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// One entry of `log --json`.
    var record: JSONValue {
        .compact([
            ("schema", "pantau.log/1"), ("entry", .integer(id.value)), ("at", .string(draft.at.rfc3339())),
            ("actor", .string(draft.author.actor.name)), ("unix_user", .string(draft.author.unixUser)),
            ("via", .string(draft.author.via)), ("verb", .string(draft.verb)),
            ("reason", draft.reason.map { .string($0) }), ("undoes", draft.undoes.map { .integer($0.value) } ?? .null),
            (
                "targets",
                .array(
                    draft.targets.map { target in
                        .compact([
                            ("lead", target.lead.map { .integer($0.value) }),
                            ("other", target.other.map { .string($0) }),
                            ("before", target.before), ("after", target.after),
                        ])
                    })
            ),
            ("hash", .string(hash.hexadecimal)), ("prev", .string(previous.hexadecimal)),
        ])
    }

    /// What an undo or redo changed, as every command that writes tells it.
    fileprivate var change: JSONValue {
        .compact([
            ("schema", "pantau.change/1"), ("entry", .integer(id.value)), ("verb", .string(draft.verb)),
            ("undoes", draft.undoes.map { .integer($0.value) }), ("dry_run", false),
            (
                "changed",
                .array(
                    draft.targets.compactMap { target in
                        target.lead.map { lead in
                            .compact([
                                ("id", .integer(lead.value)), ("from", target.before["state"]),
                                ("to", target.after["state"]),
                            ])
                        }
                    })
            ),
            ("skipped", []), ("failed", []),
        ])
    }
}
