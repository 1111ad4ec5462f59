import Text

/// What a key of the review screen does, by the name that `keys:` in `config.yaml` has for it.
public enum KeyAction: String, CaseIterable, Sendable {
    case down, up, first, last
    case pageDown = "page-down"
    case pageUp = "page-up"
    case scrollDown = "scroll-down"
    case scrollUp = "scroll-up"
    case filter, accept, reject, snooze, skip, emergency, urgent, routine, claim, assign, merge, unmerge, edit, note
    case again, why, similar, provenance
    case nextPhrase = "next-phrase"
    case lastPhrase = "last-phrase"
    case open, copy, history, mark, range, all, undo, redo, today, command, reload, language, suspend, help, leave

    /// The key where nothing is set.
    public var standard: KeyChord { KeyChord(verified: standardText) }

    private var standardText: String {
        switch self {
        case .down: "j"
        case .up: "k"
        case .first: "g"
        case .last: "G"
        case .pageDown: "^d"
        case .pageUp: "^u"
        case .scrollDown: "J"
        case .scrollUp: "K"
        case .filter: "/"
        case .accept: "a"
        case .reject: "r"
        case .snooze: "s"
        case .skip: "x"
        case .emergency: "1"
        case .urgent: "2"
        case .routine: "3"
        case .claim: "c"
        case .assign: "A"
        case .merge: "m"
        case .unmerge: "M"
        case .edit: "E"
        case .note: "+"
        case .again: "."
        case .why: "e"
        case .similar: "t"
        case .provenance: "i"
        case .nextPhrase: "n"
        case .lastPhrase: "N"
        case .open: "o"
        case .copy: "y"
        case .history: "h"
        case .mark: "space"
        case .range: "v"
        case .all: "*"
        case .undo: "u"
        case .redo: "^r"
        case .today: "H"
        case .command: ":"
        case .reload: "R"
        case .language: "L"
        case .suspend: "^z"
        case .help: "?"
        case .leave: "q"
        }
    }

    /// Space is pressed by mistake too easily to decide anything.
    fileprivate var takesSpace: Bool { self == .mark }
}

/// A key as settings and pages write it: `a`, `?`, `^r`, `space`.
public struct KeyChord: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    fileprivate init(verified: String) { description = verified }

    /// - Returns: nil unless it is one printable ASCII character, `space`, or `^` and a letter that no terminal uses for
    ///   Enter, Tab, Backspace, Escape or the end of a program (`^c`, `^h`, `^i`, `^j`, `^m`).
    public init?(_ text: String) {
        let folded = text.lowercased()
        if folded == "space" {
            self.init(verified: folded)
        } else if text.utf8.count == 2, text.hasPrefix("^"), let letter = folded.utf8.last,
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter),
            !["^c", "^h", "^i", "^j", "^m"].contains(folded)
        {
            self.init(verified: folded)
        } else if text.utf8.count == 1, let byte = text.utf8.first, (0x21...0x7E).contains(byte) {
            self.init(verified: text)
        } else {
            return nil
        }
    }
}

/// Which key does what in the review screen.
public struct KeyBindings: Hashable, Sendable {
    private var chosen: [KeyAction: KeyChord] = [:]

    /// Those of the keys page.
    public init() {}

    public subscript(action: KeyAction) -> KeyChord { chosen[action] ?? action.standard }

    /// Reads `keys:`, a map of actions to keys. Two actions on one key are a problem at the place of the second, also
    /// where the first has its key by default: no key may do another thing than its page says.
    init(_ node: DocumentNode, file: String) throws(DocumentProblems) {
        var reader = FieldReader(node, file: file, describing: "\"keys\"", known: KeyAction.allCases.map(\.rawValue))
        for action in KeyAction.allCases {
            let chord = reader.value(
                action.rawValue, expected: "one character, ^ and a letter, or space (for mark)"
            ) { text -> KeyChord? in
                KeyChord(text).flatMap { $0.description == "space" && !action.takesSpace ? nil : $0 }
            }
            if let chord { chosen[action] = chord }
        }
        var owners: [KeyChord: KeyAction] = [:]
        // Those that stay as they were come first, so that the problem stands where something was set.
        let order = KeyAction.allCases.filter { chosen[$0] == nil } + KeyAction.allCases.filter { chosen[$0] != nil }
        for action in order {
            if let owner = owners[self[action]] {
                reader.report(
                    "the key \(self[action]) of \"\(action.rawValue)\" is that of \"\(owner.rawValue)\" already",
                    at: reader.node(action.rawValue)?.mark)
            } else {
                owners[self[action]] = action
            }
        }
        guard reader.problems.isEmpty else { throw DocumentProblems(reader.problems) }
    }
}
