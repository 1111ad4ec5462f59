import ArgumentParser
import Hashing
import Model
import Sealing
import Settings
import Storing
import Text

#if canImport(Glibc)
    import Glibc
#endif

struct DbBackup: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a whole copy in one file, and look through it.",
        discussion: """
            The key beside the database (its name with -key) is not in it, so that a copy that is lost tells no names: keep \
            it apart, and the list of erasures (-erased) with it. A backup still holds who is erased later; `db restore` \
            erases them again. Of a folder, each backup is a file of its own, named by its time; --keep lets older ones go.
            """)

    static let permission = Permission.maintain

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("Must not be there; or a folder, for a timer.", valueName: "file"))
    var target: String

    @Option(help: ArgumentHelp("Encrypt it with age to the recipients in this file.", valueName: "file"))
    var encryptTo: String?

    @Option(help: ArgumentHelp("Of a folder: how many of its backups stay, 1 to 1000.", valueName: "n"))
    var keep: Int?

    func validate() throws {
        guard let keep, !(1...1000).contains(keep) else { return }
        throw ValidationError("--keep needs a number from 1 to 1000, not \(keep)")
    }

    func run(_ context: Context) async throws {
        let isFolder = DataFolder.isFolder(target)
        guard isFolder || keep == nil else {
            throw CommandFailure(.usage("--keep belongs to a folder, and \(target) is none", command: "db backup"))
        }
        let file = isFolder ? target + "/" + name(at: context.now) : target
        guard access(file, F_OK) != 0 else { throw CommandFailure(.fileExists(file)) }
        let store = try context.store(.writing)
        if let encryptTo {
            try await seal(store, as: file, to: encryptTo)
        } else {
            try await store.writeBackup(to: file)
        }
        let (digest, bytes) = try digest(of: file)
        let (now, author) = (context.now, context.author)
        let place = absolute(file)
        let backup = Backup(at: now, path: place, sha256: digest, bytes: bytes, isEncrypted: encryptTo != nil)
        try await store.write { db in try db.add(backup, by: author) }
        if let keep { try await letGo(of: store, beyond: keep, in: absolute(target)) }
        guard !context.output.isJSON else {
            context.output.json([
                "schema": "pantau.db.backup/1", "path": .string(place), "sha256": .string(digest),
                "bytes": .integer(bytes), "encrypted": .bool(encryptTo != nil),
            ])
            return
        }
        context.output.say(.backedUp(file, bytes: bytes, sha256: digest))
        if encryptTo == nil { context.output.note(.backupIsPlain) }
        context.output.note(.keepKeyApart(store.path))
    }

    /// The database itself goes through age, so that no second copy of it ever lies readable.
    private func seal(_ store: Store, as file: String, to recipients: String) async throws {
        do {
            try await store.lendWhole { path in try SealedFile.make(file, from: path, to: recipients) }
        } catch let error as SealError {
            throw CommandFailure(Message(error))
        }
    }

    private func name(at now: Instant) -> String {
        let stamp = now.rfc3339().prefix(19).filter(\.isNumber)
        return "pantau-\(stamp).db" + (encryptTo == nil ? "" : ".age")
    }

    /// Removes what we wrote into the folder ourselves, and nothing else, but for the newest.
    private func letGo(of store: Store, beyond count: Int, in folder: String) async throws {
        let ours = try await store.read { db in try db.backups() }.map(\.path).filter { path in
            path.hasPrefix(folder + "/") && !path.dropFirst(folder.utf8.count + 1).contains("/")
                && access(path, F_OK) == 0
        }
        for path in ours.dropFirst(count) where unlink(path) != 0 {
            throw CommandFailure(.cannotRemove(path, why: String(cString: strerror(errno))))
        }
    }

    private func absolute(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private func digest(of path: String) throws -> (String, Int64) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CommandFailure(.unreadable(path, why: String(cString: strerror(errno)))) }
        defer { close(descriptor) }
        var digest = RunningDigest()
        var total: Int64 = 0
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(descriptor, &bytes, bytes.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw CommandFailure(.unreadable(path, why: String(cString: strerror(errno)))) }
            guard count > 0 else { return (digest.digest.hexadecimal, total) }
            digest.update(Array(bytes.prefix(count)))
            total += Int64(count)
        }
    }
}

struct DbRestore: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the place of the database; nobody erased since comes back.",
        discussion: """
            The backup is looked through before anything is replaced: pages, references, schema, and its log against the \
            key of this database. What was erased since is erased again, from the list beside the database. The present \
            file is put aside, not removed. Nothing else may have the database open.
            """)

    static let permission = Permission.configure

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("A backup; one that was encrypted needs --identity.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The age identity that opens an encrypted backup.", valueName: "file"))
    var identity: String?

    @Flag(name: [.customShort("n"), .long], help: "Look through it and say what would come of it.")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    func run(_ context: Context) async throws {
        guard !context.options.readOnly else { throw CommandFailure(.readOnly) }
        guard access(file, R_OK) == 0 else {
            throw CommandFailure(.unreadable(file, why: String(cString: strerror(errno)), exit: .badData))
        }
        let path = try context.databasePath()
        // Opened beside the database that it becomes: SQLite reads files only.
        let plain = identity == nil ? file : path + "-before-restoring"
        defer { if identity != nil { for ending in ["", "-wal", "-shm"] { unlink(plain + ending) } } }
        if let identity { try open(with: identity, as: plain) }
        if !dryRun, !yes { try ask(path, context) }
        let restoration = Restoration(to: path, by: context.author, at: context.now)
        let report = try context.restoring(restoration, from: plain, isTrial: dryRun)
        guard !context.output.isJSON else { return context.output.json(json(report)) }
        context.output.say(.restored(path, report, isTrial: dryRun))
        if let aside = report.putAside { context.output.note(.putAside(aside)) }
    }

    private func open(with identity: String, as plain: String) throws {
        do throws(SealError) {
            try SealedFile.open(file, with: identity, into: plain)
        } catch {
            throw CommandFailure(Message(error))
        }
    }

    private func ask(_ path: String, _ context: Context) throws {
        guard context.isInteractive else { throw CommandFailure(.restoreNeedsYes(path)) }
        context.output.prompt(.askRestore(path))
        guard let answer = readLine()?.lowercased(), ["yes", "ya"].contains(answer) else {
            throw CommandFailure(.cancelled)
        }
    }

    private func json(_ report: Restoration.Report) -> JSONValue {
        .compact([
            ("schema", "pantau.db.restore/1"), ("dry_run", .bool(dryRun)),
            ("put_aside", report.putAside.map { .string($0) }), ("entries", .integer(Int64(report.entries))),
            ("erasures", .integer(Int64(report.erasures))), ("erased_again", .integer(Int64(report.erasedAgain))),
        ])
    }
}
