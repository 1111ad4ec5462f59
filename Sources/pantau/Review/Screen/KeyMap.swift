import Settings
import Terminal

/// The keys of the review screen as this person has them.
struct KeyMap {
    private let bindings: KeyBindings
    private let byKey: [Key: ReviewAction]

    init(_ bindings: KeyBindings = KeyBindings()) {
        self.bindings = bindings
        var byKey: [Key: ReviewAction] = [:]
        for binding in KeyRow.all.flatMap(\.bindings) {
            for key in binding.fixed { byKey[key] = binding.action }
        }
        // What somebody has chosen stands above a key that an action has besides.
        for binding in KeyRow.all.flatMap(\.bindings) {
            if let name = binding.name { byKey[Key(bindings[name])] = binding.action }
        }
        self.byKey = byKey
    }

    /// nil for a key that does nothing here.
    func action(of key: Key) -> ReviewAction? { byKey[key] }

    /// The key of an action, as pages and footers write it.
    func name(of action: KeyAction) -> String { Key(bindings[action]).name }

    /// Such as `j k`: the keys of a line of the keys page.
    func names(in row: KeyRow) -> String {
        row.bindings.map { binding in
            binding.name.map(name) ?? binding.fixed.first?.name ?? ""
        }.joined(separator: " ")
    }
}

extension Key {
    /// The key that a setting names.
    init(_ chord: KeyChord) {
        let text = chord.description
        if text == "space" {
            self = .character(" ")
        } else if text.count == 2, let letter = text.last {
            self = .control(letter)
        } else {
            self = text.first.map { .character($0) } ?? .unknown
        }
    }
}
