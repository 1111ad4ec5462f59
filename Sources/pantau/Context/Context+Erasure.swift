import Archiving
import Model
import Storing

extension Context {
    /// Takes the pages of erased cases, and whatever else names their addresses, out of the archive, where that was not
    /// done since the last erasure.
    ///
    /// - Throws: `CommandFailure` where the archive cannot be gone through: what was erased stays erased.
    func cleanArchive(for store: Store) async throws {
        let (isOwed, last) = try await store.read { db in (try db.hasArchiveToClean(), try db.lastErasure()) }
        guard isOwed else { return }
        let folder = try archiveFolder()
        do {
            let files = try folder.files()
            if !files.isEmpty {
                let gone = try await clean(files, ArchiveReader(folder), store)
                if gone > 0 { output.note(.archiveCleaned(gone)) }
            }
        } catch let error as ArchiveError {
            throw CommandFailure(.archiveNotCleaned(error.description))
        }
        try await store.write { db in try db.markArchiveClean(through: last) }
    }

    private func clean(_ files: [ArchiveFile], _ reader: ArchiveReader, _ store: Store) async throws -> Int {
        var verdicts: [String: Bool] = [:]
        var gone = 0
        for file in files {
            var doomed: [ArchiveEntry] = []
            for entry in try reader.entries(of: file) where entry.digest != nil {
                let addresses = PageAddresses(try reader.record(in: file, at: entry.offset)).all
                let unknown = addresses.filter { verdicts[$0] == nil }
                let digest = entry.digest ?? ""
                let (erased, bodies) = try await store.read { db in
                    (try db.erasedAddresses(among: unknown), try db.erasedBodies(among: [digest]))
                }
                // The links of a site's frame repeat on every page; a new site begins afresh.
                if verdicts.count > 200_000 { verdicts = [:] }
                for address in unknown { verdicts[address] = erased.contains(address) }
                if !bodies.isEmpty || addresses.contains(where: { verdicts[$0] == true || erased.contains($0) }) {
                    doomed.append(entry)
                }
            }
            if !doomed.isEmpty { gone += try reader.folder.erase(doomed, from: file) }
        }
        return gone
    }
}
