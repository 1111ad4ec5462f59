public import ArgumentParser
public import Model
public import Storing
public import Terminal

/// The flags that every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(name: .customLong("db"), help: ArgumentHelp("The database.", valueName: "file"))
    var database: String?

    @Option(help: ArgumentHelp("The configuration.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("Source files, instead of those built in.", valueName: "folder"))
    var feeds: String?

    @Option(help: ArgumentHelp("Rules, places and names, instead of those built in.", valueName: "folder"))
    var lexicons: String?

    @Option(name: .customLong("lang"), help: "The language of messages: ms or en.")
    var language: ScreenLanguage?

    @Option(help: "table, json, jsonl, csv, tsv or id.")
    var format: OutputFormat?

    @Flag(help: "The same as --format json.")
    var json = false

    @Option(help: ArgumentHelp("Only these, such as id,score; an unknown name lists all.", valueName: "names"))
    var fields: String?

    @Option(help: "auto, always or never.")
    var color: ColorChoice = .auto

    @Flag(help: "No box or arrow characters.")
    var ascii = false

    @Option(help: ArgumentHelp("Columns of the screen.", valueName: "n"))
    var width: Int?

    @Flag(help: "Never through PANTAU_PAGER or PAGER.")
    var noPager = false

    @Flag(help: "Never ask.")
    var noInput = false

    @Flag(name: .shortAndLong, help: "Say less.")
    var quiet = false

    @Option(help: "The log's form: text or json.")
    var logFormat: LogFormat = .text

    @Option(name: .customLong("as"), help: ArgumentHelp("The name on decisions.", valueName: "who"))
    var actor: String?

    @Flag(help: "Refuse every write.")
    var readOnly = false

    /// What `--fields` lists.
    var fieldNames: [String]? {
        fields.map { names in
            names.split { $0 == "," || $0 == " " }.map(String.init)
        }
    }

    /// Narrower nothing fits, wider nobody reads.
    static let widths = 20...500

    func validate() throws {
        if let fieldNames, fieldNames.isEmpty { throw ValidationError("--fields needs names such as id,score") }
        if let actor, Actor(actor) == nil {
            throw ValidationError("--as needs a short name of letters, digits, '.', '_' and '-', not \"\(actor)\"")
        }
        if let width, !GlobalOptions.widths.contains(width) {
            throw ValidationError("--width needs 20 to 500 columns, not \(width)")
        }
        if json, let format, format != .json {
            throw ValidationError("--json and --format \(format.rawValue) exclude each other")
        }
    }
}

/// How answers are written to standard output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// For people: what a terminal gets where nothing else is asked for.
    case table
    case json, jsonl
    /// For spreadsheets: RFC 4180 with the names of the fields, no cell a formula.
    case csv
    /// Fields parted by tabs, nothing cut, RFC 3339 times: what a pipe gets where nothing else is asked for.
    case tsv
    /// Numbers or references alone, one a line.
    case id
}

extension OutputFormat {
    /// What it is for, as `pantau help formats` tells it.
    var labels: (en: String, ms: String) {
        switch self {
        case .table: ("for people; what a terminal gets", "untuk orang; lalai di terminal")
        case .json: ("one JSON value; its form is named in \"schema\"", "satu nilai JSON; bentuknya dalam \"schema\"")
        case .jsonl: ("one JSON value a line", "satu nilai JSON setiap baris")
        case .csv: ("for spreadsheets; no cell is a formula", "untuk hamparan; tiada sel menjadi formula")
        case .tsv:
            (
                "fields parted by tabs, nothing cut, RFC 3339 times; what a pipe gets",
                "medan dipisah tab, tiada dipotong, masa RFC 3339; lalai untuk paip"
            )
        case .id: ("ids alone, one a line, for --stdin", "nombor sahaja, satu setiap baris, untuk --stdin")
        }
    }
}

enum LogFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json
}

extension ScreenLanguage: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}
extension LeadQuery.State: ExpressibleByArgument {}
extension LeadQuery.Order: ExpressibleByArgument {}
extension Urgency: ExpressibleByArgument {}
extension LeadLabel: ExpressibleByArgument {}
extension Need: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
extension RejectReason: ExpressibleByArgument {}
extension SourceKind: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
