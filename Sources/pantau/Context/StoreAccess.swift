import Model
import Storing

extension Context {
    /// The database of this squad.
    ///
    /// - Parameter offices: by whose hours clocks run that start in it; see ``referralStore(_:)``.
    /// - Throws: `CommandFailure`, where it is not there, not readable, damaged, of a newer program, open to others.
    func store(_ access: StoreAccess, offices: OfficeCalendar = .weekdays) throws -> Store {
        guard rights != nil else { throw CommandFailure(.notAdmitted) }
        let mode: Store.Mode
        switch access {
        case .reading: mode = .read
        case .writing:
            guard !options.readOnly else { throw CommandFailure(.readOnly) }
            mode = .write
        case .creating:
            guard !options.readOnly else { throw CommandFailure(.readOnly) }
            mode = .create
        }
        let path = try databasePath()
        try checkDataFolder(of: path)
        return try Store.open(path, mode: mode, offices: offices)
    }

    /// Our own folder is ours alone. Another, such as where `--db` lies, is its owner's business; the files in it are
    /// 0600 all the same.
    ///
    /// - Throws: `CommandFailure` where others may enter it.
    private func checkDataFolder(of path: String) throws {
        guard let data = paths?.data, path.hasPrefix(data + "/"), let mode = Store.opennessOfFolder(ofDatabase: path)
        else { return }
        throw CommandFailure(.folderPermission(data, mode: mode))
    }

    /// By whose hand this command writes.
    var author: Author { Author(actor: actor, unixUser: unixUser, via: door) }

    /// Crawls write under a name of their own, so that `log --mine` and `undo` hold decisions of people alone.
    var crawler: Author { Author(actor: Actor("crawl") ?? actor, unixUser: unixUser, via: "crawl") }
}

enum StoreAccess: Sendable {
    case reading
    case writing
    /// Makes the database where it is missing.
    case creating
}

extension Message {
    init(_ error: StoreError) {
        switch error {
        case .missing: self = .setupNone
        case .cannotOpen(let path, let why): self = .databaseOpen(path, why: why)
        case .tooOpen(let path, let mode): self = .databasePermission(path, mode: mode)
        case .newer(let found, let known): self = .databaseNewer(found: found, known: known)
        case .older(let found, let known): self = .databaseOlder(found: found, known: known)
        case .damaged(let path, let why): self = .databaseDamaged(path, why: why)
        case .diskFull(let path, let free): self = .diskFull(path, free: free)
        case .readOnly: self = .readOnly
        case .busy(let path): self = .databaseBusy(path)
        case .notEmptied(let path): self = .notEmptied(path)
        case .locked(let owner):
            self = .locked(
                pid: owner.map { "\($0.process)" } ?? "?", host: owner?.host ?? "?",
                since: owner?.since.rfc3339() ?? "?")
        case .leaseLost(let host): self = .leaseLost(host.value)
        case .interrupted: self = .cancelled
        case .outOfMemory: self = .databaseIO("", why: "out of memory")
        case .inputOutput(let path, let why): self = .databaseIO(path, why: why)
        case .constraint(let why), .statement(_, let why): self = .databaseFault(why)
        }
    }
}
