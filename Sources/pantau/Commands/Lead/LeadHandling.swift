import ArgumentParser
import Model
import Reviewing

// What changes a lead without deciding it.

struct LeadAssign: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Hand leads to a colleague; they are then theirs in `lead list --mine`.")

    static let permission = Permission.decide

    @OptionGroup var global: GlobalOptions
    @OptionGroup var leads: LeadIDs
    @OptionGroup var decision: DecisionOptions

    @Option(help: ArgumentHelp("The colleague's short name.", valueName: "who"))
    var to: String?

    @Flag(help: "Nobody's any more.")
    var nobody = false

    func validate() throws {
        guard (to == nil) == nobody else { throw ValidationError("say --to WHO or --nobody") }
        guard to == nil || Actor(to ?? "") != nil else {
            throw ValidationError("--to needs a short name, not \"\(to ?? "")\"")
        }
    }

    func run(_ context: Context) async throws {
        let colleague = to.flatMap(Actor.init)
        if let colleague { try context.requireColleague(colleague) }
        try await DecisionRun(.assign(to: colleague), on: leads, decision).carryOut(in: context)
    }
}

struct LeadNoteCommand: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Write a remark for colleagues; it is not sent.")

    static let permission = Permission.decide

    @OptionGroup var global: GlobalOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: ArgumentHelp("One lead.", valueName: "id"))
    var id: String

    @Argument(help: "The remark, or - for standard input.")
    var text: [String] = []

    @Flag(help: "Write it in your editor: $VISUAL, then $EDITOR.")
    var editor = false

    func validate() throws {
        guard text.isEmpty == editor else {
            throw ValidationError("give the remark, - for standard input, or --editor")
        }
    }

    func run(_ context: Context) async throws {
        let words =
            editor
            ? try context.edited(Message.editNote.text(in: context.language), for: "lead note")
            : text == ["-"] ? try inputText() : text.joined(separator: " ")
        try await DecisionRun(.note(words), on: id, decision).carryOut(in: context)
    }

    /// A note is bounded; what is longer is refused as such, and not read to its end.
    private func inputText() throws -> String {
        var lines: [String] = []
        var length = 0
        while length <= Decision.noteLimit, let line = readLine() {
            lines.append(line)
            length += line.unicodeScalars.count + 1
        }
        return lines.joined(separator: "\n")
    }
}

struct LeadLabelCommand: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "label", abstract: "Put labels on leads to find them again: lead list -S label:flood-2026.")

    static let permission = Permission.decide

    @OptionGroup var global: GlobalOptions
    @OptionGroup var leads: LeadIDs
    @OptionGroup var decision: DecisionOptions

    @Option(help: ArgumentHelp("A label to put on; may be given again.", valueName: "label"))
    var add: [LeadLabel] = []

    @Option(help: ArgumentHelp("A label to take off; may be given again.", valueName: "label"))
    var remove: [LeadLabel] = []

    func validate() throws {
        guard !add.isEmpty || !remove.isEmpty else { throw ValidationError("say --add LABEL or --remove LABEL") }
    }

    func run(_ context: Context) async throws {
        try await DecisionRun(.label(add: add, remove: remove), on: leads, decision).carryOut(in: context)
    }
}

struct LeadReopen: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Bring rejected leads back to review, however long ago and whoever did it.")

    static let permission = Permission.decide

    @OptionGroup var global: GlobalOptions
    @OptionGroup var leads: LeadIDs
    @OptionGroup var decision: DecisionOptions

    func run(_ context: Context) async throws {
        try await DecisionRun(.reopen, on: leads, decision).carryOut(in: context)
    }
}

struct LeadMerge: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Say that leads are one case: one of them lives on with the articles of all.",
        discussion: "Nothing is lost by it: pantau lead unmerge gives back exactly what was.")

    static let permission = Permission.decide

    @OptionGroup var global: GlobalOptions
    @OptionGroup var leads: LeadIDs
    @OptionGroup var decision: DecisionOptions

    @Option(help: ArgumentHelp("The lead that lives on.", valueName: "id"))
    var into: String

    func run(_ context: Context) async throws {
        let survivor = try await LeadNames(words: [into]).one(in: context)
        var ids = try await leads.resolved(in: context)
        // A range may hold the one that lives on; alone it is a mistake.
        if ids.count > 1 { ids.removeAll { $0 == survivor } }
        try await DecisionRun(.merge(into: survivor), on: ids, decision).carryOut(in: context)
    }
}

struct LeadUnmerge: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmerge", abstract: "Let merged leads stand alone again, with what they brought.")

    static let permission = Permission.decide

    @OptionGroup var global: GlobalOptions
    @OptionGroup var leads: LeadIDs
    @OptionGroup var decision: DecisionOptions

    func run(_ context: Context) async throws {
        try await DecisionRun(.unmerge, on: leads, decision).carryOut(in: context)
    }
}

struct LeadDiffer: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "differ", abstract: "Say that leads are other cases than one they look like; not offered again.")

    static let permission = Permission.decide

    @OptionGroup var global: GlobalOptions
    @OptionGroup var leads: LeadIDs
    @OptionGroup var decision: DecisionOptions

    @Option(help: ArgumentHelp("The lead that they look like.", valueName: "id"))
    var from: String

    func run(_ context: Context) async throws {
        let other = try await LeadNames(words: [from]).one(in: context)
        try await DecisionRun(.differ(from: other), on: leads, decision).carryOut(in: context)
    }
}

extension LeadNames {
    /// - Throws: `CommandFailure` where it is not exactly one lead.
    func one(in context: Context) async throws -> LeadID {
        let ids = try await resolved(in: context)
        guard ids.count == 1 else {
            throw CommandFailure(
                .usage(
                    "\"\(words.joined(separator: " ").prefix(40))\" names \(ids.count) leads, not one", command: "lead")
            )
        }
        return ids[0]
    }
}
