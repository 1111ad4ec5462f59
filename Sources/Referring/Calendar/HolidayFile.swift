public import Model
public import Text

extension OfficeCalendar {
    /// Reads `holidays.yaml`.
    ///
    /// - Parameter agencies: of which those that serve one state work there.
    /// - Throws: every problem of the file at once: days that there are not, states that are none, evidence that names no
    ///   source, a day that stands twice or after the table's end.
    public init(
        holidays document: DocumentNode, file: String, agencies: [Agency] = []
    ) throws(DocumentProblems) {
        let read = HolidayFile(document, named: file)
        guard read.problems.isEmpty else { throw DocumentProblems(read.problems) }
        let single = agencies.filter { $0.states.count == 1 }.map { ($0.code, $0.states[0]) }
        self.init(
            restDays: read.restDays, holidays: read.holidays, headOffice: read.headOffice,
            agencyStates: Dictionary(single) { $1 }, until: read.end)
    }
}

/// `holidays.yaml`: where which days are rest days and holidays, each with the source that says so.
private struct HolidayFile {
    private(set) var restDays: [String: Set<Int>] = [:]
    private(set) var holidays: [Holiday] = []
    private(set) var headOffice = ""
    private(set) var end: Holiday.Day?
    private(set) var problems: [DocumentProblem] = []
    private let name: String

    private static let dayForm = "a day such as 2027-03-10"
    private static let weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

    init(_ document: DocumentNode, named name: String) {
        self.name = name
        var top = FieldReader(
            document, file: name, describing: "a table of holidays",
            known: ["version", "until", "head-office", "sources", "rest-days", "holidays"])
        headOffice =
            top.value("head-office", isRequired: true, expected: "a state, from MY-01 to MY-16") {
                stateNames[$0] == nil ? nil : $0
            } ?? ""
        end = top.value("until", isRequired: true, expected: Self.dayForm) { Holiday.Day($0) }
        let sources = sources(&top)
        let rests = top.items("rest-days", form: "- states:")
        let days = top.items("holidays", form: "- date:")
        problems = top.problems
        for node in rests { readRestDays(node, sources) }
        for node in days { readHoliday(node, sources) }
        reportRepetitions(days)
    }

    private func sources(_ top: inout FieldReader) -> Set<String> {
        guard let node = top.node("sources") else {
            top.report("\"sources\" is missing: where were the days published?")
            return []
        }
        guard case .map(let entries) = node.content else {
            top.report("\"sources\" must be a map of short names to where the days were published", at: node.mark)
            return []
        }
        return Set(entries.map(\.key))
    }

    private mutating func readRestDays(_ node: DocumentNode, _ sources: Set<String>) {
        var reader = FieldReader(node, file: name, describing: "rest days", known: ["states", "days", "evidence"])
        let states = reader.states("states")
        if states.isEmpty, reader.problems.isEmpty { reader.report("\"states\" of rest days is missing") }
        var days = Set<Int>()
        for word in reader.texts("days", isRequired: true) {
            if let day = Self.weekdays.firstIndex(of: word) {
                days.insert(day)
            } else {
                reader.report("\"\(word)\" is no day of the week; they are \(Self.weekdays.joined(separator: ", "))")
            }
        }
        if days.count == 7 { reader.report("an office that rests on all seven days never answers") }
        readEvidence(&reader, sources)
        problems += reader.problems
        for state in states { restDays[state] = days }
    }

    private mutating func readHoliday(_ node: DocumentNode, _ sources: Set<String>) {
        var reader = FieldReader(
            node, file: name, describing: "a holiday", known: ["date", "ms", "en", "states", "evidence"])
        let day = reader.value("date", isRequired: true, expected: Self.dayForm) { Holiday.Day($0) }
        let malay = reader.text("ms", isRequired: true)
        let english = reader.text("en", isRequired: true)
        let states = reader.states("states")
        readEvidence(&reader, sources)
        if let day, let end, day > end { reader.report("the day is after \"until\", the end of the table") }
        problems += reader.problems
        guard reader.problems.isEmpty, let day, let malay, let english else { return }
        holidays.append(Holiday(on: day, nameMalay: malay, nameEnglish: english, states: Set(states)))
    }

    private func readEvidence(_ reader: inout FieldReader, _ sources: Set<String>) {
        guard let source = reader.text("evidence", isRequired: true), !sources.contains(source) else { return }
        reader.report("evidence \"\(source)\" names none of \"sources\"", at: reader.node("evidence")?.mark)
    }

    /// The same feast twice on one day is a slip of the pen; two feasts on one day are not.
    private mutating func reportRepetitions(_ nodes: [DocumentNode]) {
        guard problems.isEmpty else { return }
        var seen = Set<Holiday>()
        for (holiday, node) in zip(holidays, nodes) where !seen.insert(holiday).inserted {
            problems.append(.init(file: name, at: node.mark, "\(holiday.nameEnglish) stands twice on that day"))
        }
    }
}
