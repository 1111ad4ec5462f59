public import Text

/// What identifying knows of Malaysia: places, hospitals, offices, names, words for people, occupations, and what else
/// reports speak of.
///
/// Reading the bundled tables takes about 10 ms, so a program makes one and keeps it.
public struct Gazetteer: Sendable {
    let places: PlaceTable
    let people: PeopleTable
    let names: NameTable
    let jobs: JobTable
    let concepts: ConceptTable

    /// - Parameter files: the data files by their paths; only the names at the end of the paths matter, and other files
    ///   are passed over: `places.tsv`, `hospitals.tsv`, `offices.tsv`, `names.txt`, `people.tsv`, `jobs.tsv`,
    ///   `concepts.tsv`.
    /// - Throws: every line that cannot be read, and every file that is missing.
    public init(files: some Sequence<(path: String, text: String)>) throws(DocumentProblems) {
        var tables: [String: DataTable] = [:]
        for file in files {
            let name = String(file.path.split(separator: "/").last ?? "")
            if Self.names.contains(name) { tables[name] = DataTable(file: file.path, text: file.text) }
        }
        var problems: [DocumentProblem] = []
        func table(_ name: String) -> DataTable {
            if let table = tables[name] { return table }
            problems.append(DocumentProblem(file: "Lexicons/\(name)", at: nil, "the file is missing"))
            return DataTable(file: name, text: "")
        }
        places = PlaceTable(
            places: table("places.tsv"), hospitals: table("hospitals.tsv"), offices: table("offices.tsv"),
            problems: &problems)
        people = PeopleTable(table("people.tsv"), problems: &problems)
        names = NameTable(table("names.txt"))
        let trades = table("jobs.tsv")
        jobs = JobTable(trades, problems: &problems)
        concepts = ConceptTable(table("concepts.tsv"), jobs: trades, problems: &problems)
        guard problems.isEmpty else { throw DocumentProblems(problems) }
    }

    private static let names: Set<String> = [
        "places.tsv", "hospitals.tsv", "offices.tsv", "names.txt", "people.tsv", "jobs.tsv", "concepts.tsv",
    ]
}
