import Model
import Settings
import Terminal

/// One line of the table of keys, which is both what keys do and what their page says.
struct KeyRow {
    enum Group: CaseIterable {
        case move, again, decide, look, many, other

        func title(in language: ScreenLanguage) -> String {
            switch self {
            case .move: language.phrase("MOVE", "GERAK")
            case .again: language.phrase("AGAIN", "SEMULA")
            case .decide: language.phrase("DECIDE", "PUTUSKAN")
            case .look: language.phrase("LOOK", "LIHAT")
            case .many: language.phrase("MANY", "BANYAK")
            case .other: language.phrase("OTHER", "LAIN")
            }
        }
    }

    /// An action, the name by which settings give it a key, and the keys that it has besides on every keyboard.
    struct Binding {
        let action: ReviewAction
        /// nil for what only Enter, Tab or Escape does.
        let name: KeyAction?
        let fixed: [Key]
    }

    let group: Group
    let bindings: [Binding]
    let words: (en: String, ms: String)

    /// Every action once.
    static let all: [KeyRow] = [
        row(.move, "down, up", "turun, naik", (.move(.down), .down, [.down]), (.move(.up), .up, [.up])),
        row(
            .move, "first, last", "pertama, terakhir", (.move(.first), .first, [.home]),
            (.move(.last), .last, [.end])),
        row(
            .move, "half a page", "separuh halaman", (.move(.halfDown), .pageDown, [.pageDown]),
            (.move(.halfUp), .pageUp, [.pageUp])),
        row(
            .move, "scroll the article", "tatal berita", (.scroll(.down), .scrollDown, [.shiftDown]),
            (.scroll(.up), .scrollUp, [.shiftUp])),
        row(.move, "other pane", "ruang lain", (.otherPane, nil, [.tab, .backTab])),
        row(.move, "article full screen", "berita skrin penuh", (.fullScreen, nil, [.enter])),
        row(.move, "filter; /! hides", "tapis; /! sembunyi", (.filter, .filter, [])),
        row(.move, "back, clear filter", "balik, buang tapisan", (.back, nil, [.escape])),
        row(.decide, "accept -> prospect", "terima -> prospek", (.accept, .accept, [])),
        row(.decide, "reject, asks why", "tolak, tanya sebab", (.reject, .reject, [])),
        row(.decide, "snooze, asks until", "tangguh, tanya bila", (.snooze, .snooze, [])),
        row(.decide, "skip for now", "langkau dahulu", (.skip, .skip, [])),
        row(
            .decide, "how urgent", "kesegeraan", (.urgency(.emergency), .emergency, []),
            (.urgency(.urgent), .urgent, []), (.urgency(.routine), .routine, [])),
        row(.decide, "claim, let go", "ambil, lepas", (.claim, .claim, [])),
        row(.decide, "hand to a colleague", "serah kepada rakan", (.assign, .assign, [])),
        row(.decide, "merge, unmerge", "gabung, asingkan", (.merge, .merge, []), (.unmerge, .unmerge, [])),
        row(.decide, "edit who, where", "sunting siapa, mana", (.edit, .edit, [])),
        row(.decide, "write a note", "tulis nota", (.note, .note, [])),
        row(.decide, "same decision again", "keputusan sama", (.again, .again, [])),
        row(.look, "why it was flagged", "sebab ditanda", (.show(.why), .why, [])),
        row(.look, "similar leads", "kes serupa", (.similar, .similar, [])),
        row(.look, "where it came from", "asal usul", (.show(.provenance), .provenance, [])),
        row(
            .look, "next, last phrase", "frasa berikut, lalu", (.scroll(.nextPhrase), .nextPhrase, []),
            (.scroll(.lastPhrase), .lastPhrase, [])),
        row(.look, "open in a browser", "buka dalam pelayar", (.openPage, .open, [])),
        row(.look, "copy link or ref", "salin pautan, rujukan", (.copy, .copy, [])),
        row(.look, "history of the lead", "sejarah kes", (.history, .history, [])),
        row(.many, "mark", "tanda", (.mark(.one), .mark, [])),
        row(.many, "mark a range", "tanda julat", (.mark(.range), .range, [])),
        row(.many, "mark all shown", "tanda semua", (.mark(.all), .all, [])),
        row(.again, "undo, redo", "buat asal, semula", (.undo, .undo, []), (.redo, .redo, [])),
        row(.again, "today's decisions", "keputusan hari ini", (.today, .today, [])),
        row(.other, "command line", "baris arahan", (.command, .command, [])),
        row(.other, "reload", "muat semula", (.reload, .reload, [.control("l")])),
        row(.other, "Malay / English", "Melayu / Inggeris", (.language, .language, [])),
        row(.other, "suspend", "gantung", (.suspend, .suspend, [])),
        row(.other, "this page", "halaman ini", (.show(.keys), .help, [])),
        row(.other, "leave", "keluar", (.leave, .leave, [.control("c")])),
    ]

    private static func row(
        _ group: Group, _ english: String, _ malay: String, _ bindings: (ReviewAction, KeyAction?, [Key])...
    ) -> KeyRow {
        KeyRow(
            group: group, bindings: bindings.map { Binding(action: $0.0, name: $0.1, fixed: $0.2) },
            words: (english, malay))
    }
}
