import ArgumentParser
import Model
import Referring
import Settings
import Storing
import Text

/// So that help is not given twice: who of ours is known to others, told by hashes.
struct DedupeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dedupe", abstract: "Who of ours is known to other agencies.",
        subcommands: [DedupeList.self, DedupeImport.self, DedupeMatch.self, DedupeClear.self],
        defaultSubcommand: DedupeList.self)
}

struct DedupeList: PantauCommand {
    static let permission = Permission.refer
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Prospects that wait because they may be known already.", aliases: ["ls"])

    @OptionGroup var global: GlobalOptions

    func run(_ context: Context) async throws {
        let found = try await context.store(.reading).read { db in
            try db.openMatches().map { ($0, try db.prospect($0.prospect)) }
        }
        for (match, row) in found {
            context.output.record([
                row?.ref.description ?? match.prospect.description, match.system, match.other, match.scheme,
                match.foundAt.rfc3339(),
            ])
        }
        if found.isEmpty { context.output.note(.dedupeNone) }
    }
}

struct DedupeImport: PantauCommand {
    static let permission = Permission.refer
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take another agency's hashed list, in the place of its last one.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("A table or JSON Lines of scheme, value and key_id.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("Whose list it is.", valueName: "name"))
    var system: String

    func run(_ context: Context) async throws {
        let list = try knownFile(file)
        let keys = Set(try context.dedupeKeys().map(\.id))
        for id in list.keyIDs.subtracting(keys).sorted() { context.output.warn(Message.dedupeNoKey(id).english) }
        let (author, now, system) = (context.author, context.now, system)
        guard system != "pantau" else {
            throw CommandFailure(.usage("pantau is our own list", command: "dedupe import"))
        }
        try await context.store(.writing).write { db in
            try db.take(list, of: system)
            try db.append(
                JournalDraft(
                    at: now, by: author, verb: "dedupe.import",
                    targets: [
                        JournalTarget(
                            lead: nil, other: system, before: .object([]),
                            after: ["entries": .integer(Int64(list.count))])
                    ]))
        }
        context.output.say(.dedupeImported(list.count, of: system))
    }
}

struct DedupeMatch: PantauCommand {
    static let permission = Permission.refer
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Ask a hashed register for a prospect: known, helped by whom, or unknown.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("Such as PR-26-001042-0.", valueName: "ref"))
    var refs: [String]

    @Option(help: ArgumentHelp("The register: a table or JSON Lines of hashes.", valueName: "file"))
    var register: String

    func run(_ context: Context) async throws {
        let register = HashedRegister(try knownFile(register))
        let settings = try context.recordSettings()
        guard settings.dedupeKey != nil else { throw CommandFailure(.dedupeNoKeys) }
        let (author, now) = (context.author, context.now)
        for text in refs {
            let ref = try reference(text)
            // The entry of the journal comes first, as with every look at a person.
            let found = try await context.store(.writing).write { db -> (Lead, ProspectFacts)? in
                guard let row = try db.prospect(ref), let lead = try db.lead(row.lead, at: now) else { return nil }
                try db.append(
                    JournalDraft(
                        at: now, by: author, verb: "dedupe.match",
                        targets: [
                            JournalTarget(
                                lead: row.lead, other: row.id.description, before: .object([]), after: .object([]))
                        ]))
                return (lead, try db.facts(of: row, revision: 1, updatedAt: row.updatedAt))
            }
            guard let (lead, facts) = found else { throw CommandFailure(.prospectNotFound(text)) }
            let keys: [HashedKey]
            do throws(RecordProblem) {
                keys = try personKeys(of: lead, facts: facts, settings: settings)
            } catch {
                throw CommandFailure(Message("err.record", "\(error)", "\(error)", exit: .conflict))
            }
            tell(register.answer(keys), ref, context)
        }
    }

    private func tell(_ answer: RegisterAnswer, _ ref: ProspectRef, _ context: Context) {
        let (word, helpers): (String, [String]) =
            switch answer {
            case .unknown: ("unknown", [])
            case .known: ("known", [])
            case .helped(let by): ("helped", by)
            }
        guard context.output.isJSON else {
            return context.output.record([ref.description, word, helpers.joined(separator: "; ")])
        }
        context.output.json([
            "schema": "pantau.dedupe.match/1", "ref": .string(ref.description), "answer": .string(word),
            "by": .array(helpers.map { .string($0) }),
        ])
    }
}

struct DedupeClear: PantauCommand {
    static let permission = Permission.refer
    static let configuration = CommandConfiguration(
        commandName: "clear", abstract: "It is somebody else, or needs other help: send the prospect all the same.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("Such as PR-26-001042-0.", valueName: "ref"))
    var ref: String

    @Option(help: "Why, in a few words.")
    var reason: String

    func validate() throws {
        guard (3...200).contains(reason.unicodeScalars.count) else {
            throw ValidationError("--reason needs 3 to 200 characters")
        }
    }

    func run(_ context: Context) async throws {
        let (ref, author, now) = (try reference(ref), context.author, context.now)
        let count = try await context.store(.writing).write { db -> Int? in
            guard let row = try db.prospect(ref) else { return nil }
            let count = try db.answerMatches(of: row.id, by: author.actor, because: reason, at: now)
            guard count > 0 else { return 0 }
            try db.append(
                JournalDraft(
                    at: now, by: author, verb: "dedupe.clear",
                    targets: [
                        JournalTarget(
                            lead: row.lead, other: row.id.description, before: .object([]),
                            after: ["matches": .integer(Int64(count))])
                    ]))
            return count
        }
        guard let count else { throw CommandFailure(.prospectNotFound(self.ref)) }
        context.output.say(count > 0 ? .dedupeCleared(ref) : .dedupeNone)
    }
}

private func reference(_ text: String) throws -> ProspectRef {
    do throws(ProspectRef.Problem) {
        return try ProspectRef(parsing: text)
    } catch {
        throw CommandFailure(.badReference(String(text.prefix(40))))
    }
}

private func knownFile(_ path: String) throws -> KnownFile {
    let bytes: [UInt8]
    do { bytes = try readBytes(path) } catch { throw CommandFailure(.unreadable(path, why: "\(error)")) }
    do throws(KnownFile.Problem) {
        return try KnownFile(bytes)
    } catch {
        throw CommandFailure(.unreadable("\(path):\(error.line)", why: error.reason))
    }
}

extension Context {
    /// The exchange's keys, newest first; none where no file is set.
    func dedupeKeys() throws -> [DedupeKey] {
        guard let path = settings.dedupeKeys else { return [] }
        do throws(SecretProblem) {
            return try DedupeKeyFile.keys(in: path)
        } catch {
            throw CommandFailure(Message(error))
        }
    }
}
