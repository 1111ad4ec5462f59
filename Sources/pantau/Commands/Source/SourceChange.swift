import Crawling
import Model
import Sources
import Storing
import Terminal
import Text

/// What is done to sources that are there.
enum SourceChange: String, Sendable {
    case enable, disable, remove

    /// The sources of a file after it.
    func applied(to sources: [Source], _ ids: Set<SourceID>) -> [Source] {
        switch self {
        case .remove: return sources.filter { !ids.contains($0.id) }
        case .enable, .disable:
            return sources.map { source in
                var source = source
                if ids.contains(source.id) { source.isEnabled = self == .enable }
                return source
            }
        }
    }

    func edits(of ids: [SourceID], by editor: SourceFileEditor) throws(DocumentProblem) -> [LineEdit] {
        switch self {
        case .remove: return try editor.removing(ids)
        case .enable, .disable:
            var edits: [LineEdit] = []
            for id in ids { if let edit = try editor.setting(self == .enable, of: id) { edits.append(edit) } }
            return edits
        }
    }
}

/// One change of some sources, from the command line to what is said of it. All files are checked before one is written.
struct SourceChangeRun {
    let change: SourceChange
    let names: [String]
    let isDryRun: Bool
    var isSure = false

    private struct Target {
        let file: SourceFiles.File
        let ids: [SourceID]
    }

    func carryOut(in context: Context) async throws {
        let files = try context.editableSourceFiles()
        for problem in files.set.problems { context.output.warn(problem.description) }
        let (listed, unlisted) = try await resolved(files, context)
        let already = listed.filter { isAlready($0, files) }
        let wanted = listed.filter { !isAlready($0, files) }
        let changes = try plan(wanted, files)
        let places = wanted.map { ($0, files.place(of: $0)) }
        if !isDryRun, change == .remove, !isSure { try ask(wanted + unlisted, context) }
        if !isDryRun {
            for change in changes { try change.write(in: files.folder ?? ".") }
            if change == .remove { try await forget(wanted + unlisted, context) }
        }
        tell(places, unlisted: unlisted, already: already, changes, context)
    }

    /// The ids as named, each once; those that the store alone knows apart.
    private func resolved(
        _ files: SourceFiles, _ context: Context
    ) async throws -> (listed: [SourceID], unlisted: [SourceID]) {
        var (listed, unlisted): ([SourceID], [SourceID]) = ([], [])
        for name in names where !(listed + unlisted).contains(where: { $0.value == name }) {
            if let source = files.set.sources.first(where: { $0.id.value == name }) {
                listed.append(source.id)
            } else if change == .remove, let id = SourceID(name), try await isKnownToStore(id, context) {
                unlisted.append(id)
            } else {
                _ = try files.set.sources.named(name)
            }
        }
        return (listed, unlisted)
    }

    private func isKnownToStore(_ id: SourceID, _ context: Context) async throws -> Bool {
        do {
            return try await context.store(.reading).read { db in try db.sourceRow(id) } != nil
        } catch StoreError.missing {
            return false
        }
    }

    private func isAlready(_ id: SourceID, _ files: SourceFiles) -> Bool {
        guard change != .remove, let source = files.set.sources.first(where: { $0.id == id }) else { return false }
        return source.isEnabled == (change == .enable)
    }

    /// The changes of all files, each read anew as it will be.
    private func plan(_ ids: [SourceID], _ files: SourceFiles) throws -> [SourceFileChange] {
        let targets = files.files.compactMap { file -> Target? in
            let own = ids.filter { files.file(of: $0)?.path == file.path }
            return own.isEmpty ? nil : Target(file: file, ids: own)
        }
        return try targets.map { target in
            guard let editor = target.file.editor else { throw CommandFailure(.byHand(target.file.path)) }
            let edits: [LineEdit]
            do throws(DocumentProblem) {
                edits = try change.edits(of: target.ids, by: editor)
            } catch {
                throw CommandFailure(.byHand(error.description))
            }
            let fileChange = SourceFileChange(target.file, editor, edits)
            let expected = change.applied(to: target.file.sources, Set(target.ids))
            _ = try fileChange.checked(expecting: expected)
            return fileChange
        }
    }

    private func ask(_ ids: [SourceID], _ context: Context) throws {
        guard !ids.isEmpty else { return }
        guard context.isInteractive else { throw CommandFailure(.needsYes(count: ids.count)) }
        context.output.prompt(.askRemove(ids))
        guard ["y", "ya", "yes"].contains(readLine()?.lowercased() ?? "") else { throw CommandFailure(.cancelled) }
    }

    /// Its articles and leads stay; only when it would have been polled next is forgotten.
    private func forget(_ ids: [SourceID], _ context: Context) async throws {
        do {
            try await context.store(.writing).write { db in for id in ids { try db.removeSource(id) } }
        } catch StoreError.missing {
            // Nothing was ever crawled, so nothing is remembered.
            return
        }
    }

    // MARK: What is said of it

    private func tell(
        _ done: [(SourceID, SourcePlace?)], unlisted: [SourceID], already: [SourceID],
        _ changes: [SourceFileChange], _ context: Context
    ) {
        guard !context.output.isJSON else { return context.output.json(record(done, unlisted, already)) }
        if isDryRun {
            for change in changes { for line in change.diff { context.output.line(.init(line)) } }
        } else {
            for (id, place) in done {
                context.output.say(.sourceChanged(id, change, at: place?.description ?? "-"))
            }
        }
        if !isDryRun { for id in unlisted { context.output.say(.sourceForgotten(id)) } }
        for id in already { context.output.note(.sourceAlready(id, change)) }
    }

    private func record(
        _ done: [(SourceID, SourcePlace?)], _ unlisted: [SourceID], _ already: [SourceID]
    ) -> JSONValue {
        let changed = done.map { id, place in
            JSONValue.compact([
                ("id", .string(id.value)), ("file", place.map { .string($0.file) }),
                ("line", place?.line.map { .integer(Int64($0)) }),
            ])
        }
        return [
            "schema": "pantau.change/1", "verb": .string("source.\(change.rawValue)"), "dry_run": .bool(isDryRun),
            "changed": .array(changed + unlisted.map { ["id": .string($0.value)] }),
            "skipped": .array(
                already.map { ["id": .string($0.value), "why": .string(Message.sourceAlready($0, change).id)] }),
            "failed": [],
        ]
    }
}
