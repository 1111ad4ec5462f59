import Bundled
import Documents
import Model
import Referring
import Storing
import Text

extension Context {
    /// On which days offices rest, from the lexicon folder; Monday to Friday everywhere where its files are from before
    /// there was such a table, which `doctor` tells.
    ///
    /// - Throws: `CommandFailure` with every mistake in the files.
    func offices() throws -> OfficeCalendar {
        let files = try lexiconFolder().files
        func file(_ name: String) throws -> (root: DocumentNode, path: String)? {
            guard let file = files.first(where: { $0.path.hasSuffix("/" + name) }) else { return nil }
            return (try readYAML(file.text, file: file.path), file.path)
        }
        do {
            guard let table = try file("holidays.yaml") else { return .weekdays }
            let agencies = try file("agencies.yaml").map { try readAgencies($0.root, file: $0.path) }
            return try OfficeCalendar(holidays: table.root, file: table.path, agencies: agencies ?? [])
        } catch let problem as DocumentProblem {
            throw CommandFailure(.badFile(problem.description, exit: .badData))
        } catch let problems as DocumentProblems {
            throw CommandFailure(.badFile(problems.description, exit: .badData))
        }
    }

    /// The database, for commands in which clocks start or are read: they run by the hours of offices.
    func referralStore(_ access: StoreAccess) throws -> Store { try store(access, offices: try offices()) }
}

/// How far the table of holidays reaches.
enum CalendarReach: Hashable {
    /// There is no table.
    case none
    /// It ends within ``warning``, or is over.
    case ending(days: Int)
    case enough(until: String)

    /// The next year's list is printed in August; two months are time to type it.
    static let warning = 60

    init(_ calendar: OfficeCalendar, at now: Instant) {
        guard let end = calendar.end else {
            self = .none
            return
        }
        let days = Int(end.number - Holiday.Day(of: now).number)
        self = days < Self.warning ? .ending(days: days) : .enough(until: CivilTime(end.start).isoDay)
    }
}
