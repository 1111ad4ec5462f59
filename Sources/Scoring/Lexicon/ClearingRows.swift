/// The phrases of a rule's `unless`, to see whether one of them stands in a phrase of the rule itself: that one is cleared
/// wherever it is found.
struct ClearingRows {
    private let rows: PhraseRows
    /// The phrase that each row is a form of.
    private let phrases: [String]
    /// The rows that begin with an atom.
    private let beginnings: [Phrase.Atom: [Int]]

    init(_ forms: [(phrase: String, rows: PhraseRows)]) {
        var rows = PhraseRows()
        var phrases: [String] = []
        var beginnings: [Phrase.Atom: [Int]] = [:]
        for form in forms {
            for row in 0..<form.rows.count {
                guard let first = form.rows.places(of: row).first else { continue }
                beginnings[form.rows.atoms[first], default: []].append(phrases.count + row)
            }
            rows.append(form.rows)
            phrases += Array(repeating: form.phrase, count: form.rows.count)
        }
        (self.rows, self.phrases, self.beginnings) = (rows, phrases, beginnings)
    }

    /// What clears every form of a phrase.
    struct Clearing {
        /// Of `unless`.
        var phrase: String
        /// Whether it is each form itself, and not some words of it.
        var isWhole: Bool
    }

    /// nil where some form is left to be found.
    func clearing(of forms: PhraseRows) -> Clearing? {
        guard !beginnings.isEmpty, forms.count > 0 else { return nil }
        var found: Clearing?
        for row in 0..<forms.count {
            guard let own = clearing(forms, row) else { return nil }
            let isWhole = rows.places(of: own).count == forms.places(of: row).count
            found = Clearing(phrase: found?.phrase ?? phrases[own], isWhole: isWhole && found?.isWhole ?? true)
        }
        return found
    }

    private func clearing(_ forms: PhraseRows, _ row: Int) -> Int? {
        let places = forms.places(of: row)
        for start in places {
            for own in starts(with: forms.atoms[start]) where stands(own, in: forms.atoms[start..<places.upperBound]) {
                return own
            }
        }
        return nil
    }

    /// A word in capitals is found by the same word in any case.
    private func starts(with atom: Phrase.Atom) -> [Int] {
        let same = beginnings[atom] ?? []
        guard case .capitals(let hash) = atom else { return same }
        return same + (beginnings[.word(hash)] ?? [])
    }

    private func stands(_ own: Int, in atoms: ArraySlice<Phrase.Atom>) -> Bool {
        let wanted = rows.places(of: own)
        guard wanted.count <= atoms.count else { return false }
        return zip(wanted, atoms).allSatisfy { place, atom in
            if rows.atoms[place] == atom { return true }
            guard case .word(let word) = rows.atoms[place], case .capitals(let hash) = atom else { return false }
            return word == hash
        }
    }
}
