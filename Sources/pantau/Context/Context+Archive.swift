import Archiving
import ArgumentParser
import Hashing
import Model
import Settings
import Text

extension Context {
    /// Where pages are kept: the setting, else `archive` beside the database.
    func archiveFolder() throws -> ArchiveFolder {
        if let path = settings.archiveFolder { return ArchiveFolder(path: path) }
        let database = try databasePath()
        let folder = database.lastIndex(of: "/").map { String(database[...$0]) } ?? ""
        return ArchiveFolder(path: folder + "archive")
    }

    /// What a crawl keeps answers with; nil where the settings do not ask for it.
    ///
    /// - Throws: `ArchiveError` where the folder cannot be made, or is open to others: whoever asked for an archive is
    ///   told before the crawl, not after it.
    func archiveWriter() throws -> ArchiveWriter? {
        guard settings.isArchiving else { return nil }
        let software = "pantau/\(Pantau.configuration.version)"
        return try ArchiveWriter(try archiveFolder(), software: software, random: randomBytes) { note in
            self.tell(Message(note))
        }
    }

    /// At the end of a crawl: brings the archive to the disk, and removes what is older than `archive.keep`, also where
    /// archiving was switched off since.
    func endArchiving(_ archive: ArchiveWriter?) {
        archive?.close()
        do {
            let gone = try archiveFolder().purge(olderThan: settings.archiveKeep, at: now)
            if !gone.isEmpty { tell(.archivePurged(gone.count, isTrial: false)) }
        } catch let error as ArchiveError {
            tell(Message(error))
        } catch {
            tell(.archiveTrouble("\(error)"))
        }
    }

    /// A line beside the crawl's own.
    private func tell(_ message: Message) {
        guard output.logFormat == .json else { return output.note(message) }
        let line = JSONValue.compact([
            ("t", .string(now.rfc3339())), ("level", .string("warn")), ("event", .string(message.id)),
            ("text", .string(message.text(in: .english))),
        ])
        output.log(line.text)
    }
}
