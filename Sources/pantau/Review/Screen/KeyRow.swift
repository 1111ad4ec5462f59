import Model
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

    /// An action and the keys that do it.
    struct Binding {
        let action: ReviewAction
        let keys: [Key]
    }

    let group: Group
    let bindings: [Binding]
    let words: (en: String, ms: String)

    /// Such as `j k`: letters where there are any, for they are on every keyboard.
    var keys: String {
        bindings.flatMap { binding in
            let letters = binding.keys.filter { if case .character = $0 { true } else { false } }
            return letters.isEmpty ? Array(binding.keys.prefix(1)) : letters
        }.map(\.name).joined(separator: " ")
    }

    /// Every action once.
    static let all: [KeyRow] = [
        row(
            .move, "down, up", "turun, naik",
            (.move(.down), [.character("j"), .down]), (.move(.up), [.character("k"), .up])),
        row(
            .move, "first, last", "pertama, terakhir",
            (.move(.first), [.character("g"), .home]), (.move(.last), [.character("G"), .end])),
        row(
            .move, "half a page", "separuh halaman",
            (.move(.halfDown), [.control("d"), .pageDown]), (.move(.halfUp), [.control("u"), .pageUp])),
        row(
            .move, "scroll the article", "tatal berita",
            (.scroll(.down), [.character("J"), .shiftDown]), (.scroll(.up), [.character("K"), .shiftUp])),
        row(.move, "other pane", "ruang lain", (.otherPane, [.tab, .backTab])),
        row(.move, "article full screen", "berita skrin penuh", (.fullScreen, [.enter])),
        row(.move, "filter; /! hides", "tapis; /! sembunyi", (.filter, [.character("/")])),
        row(.move, "back, clear filter", "balik, buang tapisan", (.back, [.escape])),
        row(.decide, "accept -> prospect", "terima -> prospek", (.accept, [.character("a")])),
        row(.decide, "reject, asks why", "tolak, tanya sebab", (.reject, [.character("r")])),
        row(.decide, "snooze, asks until", "tangguh, tanya bila", (.snooze, [.character("s")])),
        row(.decide, "skip for now", "langkau dahulu", (.skip, [.character("x")])),
        row(
            .decide, "how urgent", "kesegeraan", (.urgency(.emergency), [.character("1")]),
            (.urgency(.urgent), [.character("2")]), (.urgency(.routine), [.character("3")])),
        row(.decide, "claim, let go", "ambil, lepas", (.claim, [.character("c")])),
        row(.decide, "hand to a colleague", "serah kepada rakan", (.assign, [.character("A")])),
        row(
            .decide, "merge, unmerge", "gabung, asingkan", (.merge, [.character("m")]), (.unmerge, [.character("M")])),
        row(.decide, "edit who, where", "sunting siapa, mana", (.edit, [.character("E")])),
        row(.decide, "write a note", "tulis nota", (.note, [.character("+")])),
        row(.decide, "same decision again", "keputusan sama", (.again, [.character(".")])),
        row(.look, "why it was flagged", "sebab ditanda", (.show(.why), [.character("e")])),
        row(.look, "similar leads", "kes serupa", (.similar, [.character("t")])),
        row(.look, "where it came from", "asal usul", (.show(.provenance), [.character("i")])),
        row(
            .look, "next, last phrase", "frasa berikut, lalu",
            (.scroll(.nextPhrase), [.character("n")]), (.scroll(.lastPhrase), [.character("N")])),
        row(.look, "address, reference", "alamat, rujukan", (.show(.addresses), [.character("o"), .character("y")])),
        row(.look, "history of the lead", "sejarah kes", (.history, [.character("h")])),
        row(.many, "mark", "tanda", (.mark(.one), [.character(" ")])),
        row(.many, "mark a range", "tanda julat", (.mark(.range), [.character("v")])),
        row(.many, "mark all shown", "tanda semua", (.mark(.all), [.character("*")])),
        row(
            .again, "undo, redo", "buat asal, semula", (.undo, [.character("u")]), (.redo, [.control("r")])),
        row(.again, "today's decisions", "keputusan hari ini", (.today, [.character("H")])),
        row(.other, "command line", "baris arahan", (.command, [.character(":")])),
        row(.other, "reload", "muat semula", (.reload, [.character("R"), .control("l")])),
        row(.other, "Malay / English", "Melayu / Inggeris", (.language, [.character("L")])),
        row(.other, "suspend", "gantung", (.suspend, [.control("z")])),
        row(.other, "this page", "halaman ini", (.show(.keys), [.character("?")])),
        row(.other, "leave", "keluar", (.leave, [.character("q"), .control("c")])),
    ]

    private static func row(
        _ group: Group, _ english: String, _ malay: String, _ bindings: (ReviewAction, [Key])...
    ) -> KeyRow {
        KeyRow(group: group, bindings: bindings.map { Binding(action: $0.0, keys: $0.1) }, words: (english, malay))
    }
}
