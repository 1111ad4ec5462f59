import Archiving
import ArgumentParser
import Bundled
import Fetching
import FoundationEssentials
import Identifying
import Model
import Reading
import Scoring
import Settings
import Sources
import Storing
import Terminal
import Text

/// Looks at everything a crawl and a review need, and names the command that helps (UX.md screen 11).
struct DoctorCommand: PantauCommand {
    static let permission = Permission.free
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "What is wrong, and which command helps.")

    @OptionGroup var global: GlobalOptions

    @Flag(help: "Ask no other host.")
    var offline = false

    func run(_ context: Context) async throws {
        var checks = [
            Check("version", .ok("pantau \(Pantau.configuration.version)")),
            Check("config", .ok(context.settingsFile ?? "none; the defaults hold")),
        ]
        checks.append(await database(context))
        checks += [users(context), files(context)]
        if let check = archive(context) { checks.append(check) }
        checks += await retention(context)
        checks.append(lexicons(context))
        checks.append(holidays(context))
        checks.append(sources(context))
        if !offline { checks.append(await network(context)) }
        checks.append(terminal(context))
        write(checks, context)
        let failed = checks.count(where: \.isFailure)
        if failed > 0 { throw CommandFailure(.checksFailed(failed)) }
    }

    struct Check {
        enum Result {
            case ok(String)
            case warn(String)
            /// What is wrong, and what helps.
            case fail(String, hint: String)
        }

        let name: String
        let result: Result
        init(_ name: String, _ result: Result) { (self.name, self.result) = (name, result) }
        var isFailure: Bool { if case .fail = result { true } else { false } }
    }

    private func write(_ checks: [Check], _ context: Context) {
        for check in checks {
            let (mark, style, text, hint): (String, Style, String, String?) =
                switch check.result {
                case .ok(let text): ("ok", .good, text, nil)
                case .warn(let text): ("warn", .urgent, text, nil)
                case .fail(let text, let hint): ("FAIL", .bad, text, hint)
                }
            if context.output.isJSON {
                context.output.json(
                    .compact([
                        ("check", .string(check.name)), ("result", .string(mark.lowercased())), ("text", .string(text)),
                        ("hint", hint.map { .string($0) }),
                    ]))
                continue
            }
            let name = check.name.padded(to: 12)
            context.output.line(StyledText(mark.padded(to: 6), style) + StyledText("\(name)\(text)"))
            if let hint { context.output.line(StyledText(String(repeating: " ", count: 18) + hint)) }
        }
    }

    // MARK: The checks

    private func database(_ context: Context) async -> Check {
        do {
            let path = try context.databasePath()
            let store = try Store.open(path, mode: .read)
            try await store.checkIntegrity()
            let journal = try await store.read { db in try db.verifyJournal() }
            guard case .whole(let entries, _) = journal else {
                return Check(
                    "database", .fail("the log of decisions is not as it was written", hint: "pantau log --verify"))
            }
            return Check("database", .ok("\(path), integrity ok, \(entries) entries in the log"))
        } catch StoreError.missing(let path) {
            return Check("database", .fail("there is none at \(path)", hint: "pantau init"))
        } catch let error as StoreError {
            let message = Message(error)
            return Check("database", .fail(message.text(in: context.language), hint: message.hint ?? ""))
        } catch let failure as CommandFailure {
            return Check(
                "database", .fail(failure.message.text(in: context.language), hint: failure.message.hint ?? ""))
        } catch {
            return Check("database", .fail("\(error)", hint: "pantau info"))
        }
    }

    private func users(_ context: Context) -> Check {
        do {
            let users = try Store.users(ofDatabase: try context.databasePath()).filter { !$0.isDisabled }
            guard !users.isEmpty else {
                return Check("users", .ok("nobody is registered; \(context.unixUser) may do everything"))
            }
            let admins = users.filter { $0.roles.contains(.admin) }.map(\.name.name).joined(separator: ", ")
            return Check("users", .ok("\(users.count) may work here; admin: \(admins)"))
        } catch {
            return Check("users", .warn("cannot be read while the database cannot"))
        }
    }

    /// What lies around the database. The database's own files are refused at each opening.
    private func files(_ context: Context) -> Check {
        guard let path = context.knownDatabasePath else { return Check("files", .warn("there is no home to look in")) }
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        if let mode = Store.opennessOfFolder(ofDatabase: path) {
            return Check(
                "files", .fail("\(folder) can be entered by others (mode \(mode))", hint: "chmod go-rwx \(folder)"))
        }
        if let file = context.settingsFile, context.settings.proxy?.contains("@") == true, isOpen(file) {
            return Check(
                "files", .fail("\(file) holds a password and can be read by others", hint: "chmod 600 \(file)"))
        }
        return Check("files", .ok("\(folder) is only yours; no core dumps"))
    }

    private func isOpen(_ file: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        return ((attributes?[.posixPermissions] as? Int) ?? 0) & 0o077 != 0
    }

    /// nil where nothing is archived and nothing was.
    private func archive(_ context: Context) -> Check? {
        do {
            let folder = try context.archiveFolder()
            let files = try folder.files()
            let isOn = context.settings.isArchiving
            guard isOn || !files.isEmpty else { return nil }
            do throws(ArchiveError) { try folder.checkMode() } catch {
                guard case .missing = error else { throw error }
                return Check("archive", .ok("on, nothing kept yet in \(folder.path)"))
            }
            let megabytes = files.compactMap { folder.size(of: $0) }.reduce(0, +) / 1_000_000
            let since = files.first.map { ", pages unmasked since \($0.day)" } ?? ""
            return Check("archive", .ok("\(isOn ? "on" : "off"), \(folder.path), \(megabytes) MB\(since)"))
        } catch let error as ArchiveError {
            let message = Message(error)
            return Check("archive", .fail(message.text(in: context.language), hint: message.hint ?? ""))
        } catch {
            // Without a home there is no database either, and that check has told it.
            return nil
        }
    }

    private func lexicons(_ context: Context) -> Check {
        do {
            let folder = try context.lexiconFolder()
            let lexicon = try context.lexicon()
            _ = try context.gazetteer()
            return Check("lexicons", .ok("\(folder.path ?? "built in"), \(lexicon.rules.count) rules"))
        } catch let failure as CommandFailure {
            return Check("lexicons", .fail(failure.message.text(in: context.language), hint: "pantau init"))
        } catch {
            return Check("lexicons", .fail("\(error)", hint: "pantau lexicon lint"))
        }
    }

    /// By which days the clocks of referrals rest.
    private func holidays(_ context: Context) -> Check {
        do {
            switch CalendarReach(try context.offices(), at: context.now) {
            case .none:
                return Check("holidays", .warn("no holidays.yaml beside the rules: clocks end too early on holidays"))
            case .ending(let days):
                let end = days < 0 ? "is over" : "ends in \(days) days"
                return Check("holidays", .warn("holidays.yaml \(end): add the days of the next year to it"))
            case .enough(let day): return Check("holidays", .ok("known until \(day)"))
            }
        } catch let failure as CommandFailure {
            return Check("holidays", .fail(failure.message.text(in: context.language), hint: "mend the file"))
        } catch {
            return Check("holidays", .fail("\(error)", hint: "pantau init"))
        }
    }

    private func sources(_ context: Context) -> Check {
        do {
            let set = try context.sourceSet()
            if let problem = set.problems.first {
                return Check("sources", .fail(problem.description, hint: "mend the file; the other files are used"))
            }
            let enabled = set.sources.count(where: \.isEnabled)
            return Check("sources", enabled > 0 ? .ok("\(enabled) enabled") : .warn("none is enabled"))
        } catch {
            return Check("sources", .fail("\(error)", hint: "pantau init"))
        }
    }

    private func network(_ context: Context) async -> Check {
        let first = (try? context.sourceSet().sources)?.first(where: \.isEnabled)
        guard let first, let url = WebURL(first.url)?.resolving("/robots.txt") else {
            return Check("network", .warn("no source to try"))
        }
        do {
            _ = try await context.fetcher().fetch(FetchRequest(url, as: .robots))
            return Check("network", .ok("\(url.host) answers"))
        } catch let failure as FetchFailure {
            return Check("network", .fail("\(failure)", hint: "check the line and DNS"))
        } catch {
            return Check("network", .fail("\(error)", hint: "pantau info"))
        }
    }

    private func terminal(_ context: Context) -> Check {
        let traits = context.output.terminal
        let kind = context.environment["TERM"] ?? "no TERM"
        return Check(
            "terminal",
            .ok("\(kind), \(traits.columns)x\(traits.rows), \(traits.usesColor ? "colour" : "no colour")"))
    }
}
