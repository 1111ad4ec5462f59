import Model

/// What can be answered to "Decision" in the plain review. The letters are those of the screen, the same in both languages.
enum PlainKey: String, CaseIterable {
    case accept = "a"
    case reject = "r"
    case snooze = "s"
    case skip = "x"
    case text = "v"
    case why = "e"
    case address = "o"
    case note = "+"
    case undo = "u"
    case help = "?"
    case quit = "q"

    /// - Returns: nil for anything but one of the letters, in either case.
    init?(_ answer: String) {
        guard let key = PlainKey(rawValue: answer.lowercased()) else { return nil }
        self = key
    }

    /// Its line on the help page.
    func help(in language: ScreenLanguage) -> String { "\(rawValue)  \(meaning(in: language))" }

    private func meaning(in language: ScreenLanguage) -> String {
        switch self {
        case .accept: language.phrase("accept: it becomes a prospect", "terima: menjadi prospek")
        case .reject: language.phrase("reject, with a reason", "tolak, dengan sebab")
        case .snooze: language.phrase("snooze, until when", "tangguh, hingga bila")
        case .skip: language.phrase("skip for now", "langkau buat masa ini")
        case .text: language.phrase("read the text", "baca teks")
        case .why: language.phrase("all phrases that counted", "semua frasa yang dikira")
        case .address: language.phrase("the address of the article", "alamat berita")
        case .note: language.phrase("write a note", "tulis nota")
        case .undo: language.phrase("undo the last decision", "buat asal keputusan terakhir")
        case .help: language.phrase("this list", "senarai ini")
        case .quit: language.phrase("leave", "keluar")
        }
    }
}

extension RejectReason {
    /// The key of the reason menu (UX.md screen 06).
    var key: String {
        switch self {
        case .notAPerson: "1"
        case .notInNeed: "2"
        case .alreadyHelped: "3"
        case .outsideMalaysia: "4"
        case .oldNews: "5"
        case .duplicate: "6"
        case .notEnoughInfo: "7"
        case .doubtful: "8"
        case .otherTopic: "9"
        case .protected: "p"
        case .other: "0"
        }
    }
}
