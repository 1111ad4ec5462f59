import Model
import Settings
import Storing

extension DoctorCommand {
    /// What is kept for too long, how old the last backup is, and whether the list of erasures is whole; nothing where
    /// there is no database, which has a check of its own.
    func retention(_ context: Context) async -> [Check] {
        guard let path = try? context.databasePath(), let store = try? Store.open(path, mode: .read) else { return [] }
        let (rules, now) = (context.settings.retention, context.now)
        do {
            let (overdue, backup, remarks) = try await store.read { db in
                (try db.overdue(rules, at: now), try db.backups().first, try db.unmaskedRemarks())
            }
            let unmasked = remarks.values.reduce(0, +)
            let missing = try await store.erasuresMissingOutside()
            return [
                Check(
                    "retention",
                    overdue.total == 0
                        ? .ok("nothing is kept for too long")
                        : .warn("\(overdue.total) are kept for too long: pantau db purge --dry-run")),
                Check(
                    "remarks",
                    unmasked == 0
                        ? .ok("identifiers are masked in all that people noted")
                        : .warn("\(unmasked) from before hold identifiers as they were written: pantau db migrate")),
                Check("backup", age(of: backup, at: now)),
                Check(
                    "erasures",
                    missing == 0
                        ? .ok("the list outside the database is whole")
                        : .fail("\(missing) are missing in \(store.path)-erased", hint: "pantau db vacuum")),
            ]
        } catch let error as StoreError {
            return [Check("erasures", .fail(Message(error).text(in: context.language), hint: "pantau db check"))]
        } catch {
            return [Check("retention", .fail("\(error)", hint: "pantau db check"))]
        }
    }

    private func age(of backup: Backup?, at now: Instant) -> Check.Result {
        guard let backup else { return .warn("none was made yet: pantau db backup FILE") }
        let made = "\(backup.path), \(backup.at.rfc3339())"
        return now - backup.at > Upkeep.backupAge ? .warn("\(made): pantau db backup FILE") : .ok(made)
    }
}
