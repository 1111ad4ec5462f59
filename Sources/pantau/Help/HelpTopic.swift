import Model
import Reviewing
import Terminal

/// A page of `pantau help TOPIC`: what belongs to no single command. Lists are made from the code that obeys them.
enum HelpTopic: String, CaseIterable {
    case search
    case exitCodes = "exit-codes"
    case environment
    case formats

    /// The topic that a command line asks for: `help search`, with nothing after it but `--lang` and its value.
    init?(arguments: [String]) {
        guard arguments.count >= 2, arguments[0] == "help", let topic = HelpTopic(rawValue: arguments[1]) else {
            return nil
        }
        self = topic
    }

    /// At most 80 columns wide.
    func lines(in language: ScreenLanguage) -> [String] {
        switch self {
        case .search: searchLines(in: language)
        case .exitCodes:
            table(ExitStatus.allCases.map { ("\($0.rawValue)", language.phrase($0.labels.en, $0.labels.ms)) })
        case .environment: environmentLines(in: language)
        case .formats: table(OutputFormat.allCases.map { ($0.rawValue, language.phrase($0.labels.en, $0.labels.ms)) })
        }
    }

    private func table(_ rows: [(String, String)]) -> [String] {
        let width = (rows.map(\.0.count).max() ?? 0) + 3
        return rows.flatMap { name, text in
            wrapped(text, width: 80 - 2 - width).enumerated().map { index, line in
                "  " + (index == 0 ? name : "").padded(to: width) + line
            }
        }
    }

    private func searchLines(in language: ScreenLanguage) -> [String] {
        let opening = language.phrase(
            """
            Words and conditions are joined by AND. A minus sign before one means "not". Words are looked for in the \
            headline, the place and the kept text; "two words" in quotation marks stand side by side.
            """,
            """
            Perkataan dan syarat digabung dengan DAN. Tanda tolak di hadapan bermaksud "bukan". Perkataan dicari dalam \
            tajuk, tempat dan teks yang disimpan; "dua perkataan" dalam tanda petikan mesti berturutan.
            """)
        let keys = SearchKey.allCases.map { key in
            (key.example, key.values.isEmpty ? "" : key.values.joined(separator: ", "))
        }
        let example = "  pantau lead list -S 'kapar need:work-injury score>=60 age<7d -is:minor'"
        return wrapped(opening, width: 80) + [""] + table(keys) + ["", example]
    }

    private func environmentLines(in language: ScreenLanguage) -> [String] {
        table(EnvironmentVariable.allCases.map { ($0.rawValue, language.phrase($0.labels.en, $0.labels.ms)) })
    }
}

/// The variables of the environment that the program reads.
enum EnvironmentVariable: String, Labelled {
    case database = "PANTAU_DB"
    case config = "PANTAU_CONFIG"
    case language = "PANTAU_LANG"
    case user = "PANTAU_USER"
    case width = "PANTAU_WIDTH"
    case noInput = "PANTAU_NO_INPUT"
    case pager = "PANTAU_PAGER"
    case otherPager = "PAGER"
    case columns = "COLUMNS"
    case noColor = "NO_COLOR"
    case colorForce = "CLICOLOR_FORCE"
    case color = "CLICOLOR"
    case term = "TERM"

    var labels: (en: String, ms: String) {
        switch self {
        case .database: ("the database, as --db", "pangkalan data, seperti --db")
        case .config: ("the configuration, as --config", "tetapan, seperti --config")
        case .language:
            (
                "ms or en, as --lang; else LC_ALL, LC_MESSAGES, LANG",
                "ms atau en, seperti --lang; jika tiada, LC_ALL, LC_MESSAGES, LANG"
            )
        case .user: ("the name on decisions, as --as", "nama pada keputusan, seperti --as")
        case .width: ("columns of the screen, as --width", "lajur skrin, seperti --width")
        case .noInput: ("1: never ask, as --no-input", "1: jangan bertanya, seperti --no-input")
        case .pager:
            (
                "a program for long answers at a terminal, such as less; empty or cat: none",
                "program untuk jawapan panjang di terminal, seperti less; kosong atau cat: tiada"
            )
        case .otherPager: ("the same where PANTAU_PAGER is not set", "sama jika PANTAU_PAGER tidak ditetapkan")
        case .columns: ("columns of the screen, where it does not tell", "lajur skrin, jika skrin tidak memberitahu")
        case .noColor: ("set: no colour", "jika ada: tanpa warna")
        case .colorForce: ("other than 0: colour also in a pipe", "selain 0: warna juga dalam paip")
        case .color: ("0: no colour", "0: tanpa warna")
        case .term: ("dumb: no colour", "dumb: tanpa warna")
        }
    }
}
