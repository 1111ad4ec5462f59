import Model
import Terminal

/// A sitting from the first lead to the summary, whose screens are kept in Golden/: walked without a terminal by
/// ``ReviewDrawingTests``, which records them, and in a real one by ``TerminalWalkTests``.
enum RecordedWalk {
    struct Step: Sendable {
        let keys: [Key]
        let title: String

        init(_ keys: String, _ title: String) { (self.keys, self.title) = (keys.map { .character($0) }, title) }
        init(_ key: Key, _ title: String) { (keys, self.title) = ([key], title) }
    }

    struct Window: Sendable, CustomStringConvertible {
        let columns: Int
        let rows: Int
        let language: ScreenLanguage
        var description: String { "\(columns)x\(rows)-\(language.rawValue)" }
    }

    static let windows = [
        Window(columns: 80, rows: 24, language: .english), Window(columns: 80, rows: 24, language: .malay),
        Window(columns: 120, rows: 30, language: .english), Window(columns: 120, rows: 30, language: .malay),
        Window(columns: 60, rows: 16, language: .english),
    ]

    /// Of ``InventedLeads/mixed``. Escape is a step of its own: a letter right after it would be another key.
    static let steps = [
        Step("", "the first lead"),
        Step("a", "a: accepted, and the next"),
        Step("r", "r: the reasons"),
        Step("9", "9: rejected, and a protected identity"),
        Step("x", "x: skipped, and a child"),
        Step("a", "a: asks because of the child"),
        Step(.enter, "Enter: accepted"),
        Step("s", "s: until when"),
        Step("7", "7: snoozed"),
        Step("vj*r5", "many: their number is asked for"),
        Step(.escape, "Esc: nothing was changed"),
        Step(.escape, "Esc: nothing is marked"),
        Step("e", "e: why"),
        Step(.escape, "Esc: back"),
        Step("?", "?: the keys"),
        Step(.escape, "Esc: back"),
        Step("u", "u: the snooze is taken back"),
        Step("H", "H: today's decisions"),
        Step(.escape, "Esc: back"),
        Step(.enter, "Enter: the article alone"),
        Step(.enter, "Enter: with the list"),
        Step("q", "q: the summary"),
    ]
}
