import Documents
import FoundationEssentials
import Model
import Settings
import Terminal
import Text

#if canImport(Glibc)
    import Glibc
#endif

/// Everything a command takes from outside: clock, settings, output, terminal. Tests make their own.
struct Context: Sendable {
    var clock: @Sendable () -> Instant
    var environment: [String: String]
    /// nil where neither HOME nor the XDG variables are set; then `--db` and `--config` must say where.
    var paths: Paths?
    var settings: Settings
    /// The file the settings came from; nil where there is none.
    var settingsFile: String?
    var output: Output
    /// The name on decisions.
    var actor: Actor
    /// The operating system's name of the user, journaled beside the actor.
    var unixUser: String
    /// Whom `--as` or the environment names; nil to act for oneself.
    var asked: Actor?
    /// What this command may do; nil before it is ``admitted(to:)``, and then no database opens.
    var rights: Rights?
    var options: GlobalOptions
    /// Through which door decisions come, as the journal names it.
    var door = "cli"

    var now: Instant { clock() }
    var language: ScreenLanguage { output.language }

    /// Reads environment and configuration.
    ///
    /// - Throws: `CommandFailure` for a configuration with mistakes or one that `--config` names and that is not there.
    init(_ options: GlobalOptions, environment: [String: String]) throws {
        self.options = options
        self.environment = environment
        clock = { Context.systemTime() }
        paths = Paths(environment: environment)
        let file = options.config ?? environment["PANTAU_CONFIG"]
        (settings, settingsFile) = try Context.settings(named: file, tried: paths?.configFiles ?? [])
        output = Output(options, settings: settings, environment: environment)
        unixUser = UnixUser.name(
            environment: environment,
            database: options.database ?? environment["PANTAU_DB"] ?? settings.database ?? paths?.database)
        asked = (options.actor ?? environment["PANTAU_USER"]).flatMap(Actor.init)
        actor = asked ?? settings.user ?? Actor(unixUser) ?? Actor("unknown")!
    }

    /// Whether a question can be asked: input and messages are a terminal.
    var isInteractive: Bool {
        isatty(0) == 1 && isatty(2) == 1 && !options.noInput && environment["PANTAU_NO_INPUT"] != "1"
    }

    /// The same, with decisions journaled as of another door.
    func through(_ door: String) -> Context {
        var copy = self
        copy.door = door
        return copy
    }

    /// The same; nil where there is no home to look in.
    var knownDatabasePath: String? {
        options.database ?? environment["PANTAU_DB"] ?? settings.database ?? paths?.database
    }

    /// Where the database is: `--db`, `PANTAU_DB`, the setting, then the data folder.
    func databasePath() throws -> String {
        guard let knownDatabasePath else { throw CommandFailure(.noHome) }
        return knownDatabasePath
    }

    private static func settings(named file: String?, tried: [String]) throws -> (Settings, String?) {
        let candidates = file.map { [$0] } ?? tried
        for path in candidates {
            let text: String
            do {
                text = try String(contentsOfFile: path, encoding: .utf8)
            } catch {
                if file == nil, !FileManager.default.fileExists(atPath: path) { continue }
                let why = "it is not there, not readable or not UTF-8"
                throw CommandFailure(.unreadable(path, why: why, exit: .configuration))
            }
            do {
                return (try Settings(try readYAML(text, file: path), file: path), path)
            } catch let problem as DocumentProblem {
                throw CommandFailure(.badFile(problem.description, exit: .configuration))
            } catch let problems as DocumentProblems {
                throw CommandFailure(.badFile(problems.description, exit: .configuration))
            }
        }
        return (Settings(), nil)
    }

    private static func systemTime() -> Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }
}
