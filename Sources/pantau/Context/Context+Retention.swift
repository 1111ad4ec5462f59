import Model
import Referring
import Settings
import Storing

extension Context {
    /// Tells receivers of prospects that were purged long ago to erase theirs.
    func buryOverdue(in store: Store) async throws {
        let (eraser, now) = (eraser, now)
        let count = try await store.write { db in try eraser.buryOverdue(at: now, in: db) }
        if count > 0 { output.note(.buried(count)) }
    }

    /// Restores, telling receivers again of those who are erased again.
    func restoring(_ restoration: Restoration, from backup: String, isTrial: Bool) throws -> Restoration.Report {
        let (eraser, now) = (eraser, now)
        return try restoration.restore(from: backup, isTrial: isTrial) { db, row throws(StoreError) in
            try eraser.bury(row, because: .requestOfPerson, at: now, in: db)
        }
    }

    var eraser: Eraser { Eraser(settings: RecordSettings(source: settings.instance)) }
}

extension Settings {
    /// How long what kind of case is kept.
    var retention: RetentionRules {
        RetentionRules(
            unreviewed: retainUnreviewed, rejected: retainRejected, prospect: retainProspect, text: retainText)
    }
}
