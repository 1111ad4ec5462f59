/// The phrases of a rule's `unless`, to see whether one of them stands in a phrase of the rule itself: that one is cleared
/// wherever it is found.
struct ClearingRows {
    private let forms: [(phrase: String, rows: PhraseRows)]
    /// 1 for each word that a form begins with: of most phrases no word is one, and nothing more is compared.
    private var firstWords = IntegerTable()
    /// Whether a form begins with a number or a list.
    private var beginsOtherwise = false
    private var count = 0
    /// Forms against forms; two phrases that stand for thousands each are not compared.
    private static let maximumPairs = 200_000

    init(_ forms: [(phrase: String, rows: PhraseRows)]) {
        self.forms = forms
        for (_, rows) in forms {
            count += rows.count
            for row in 0..<rows.count {
                guard let first = rows.places(of: row).first else { continue }
                switch rows.atoms[first] {
                case .word(let hash), .capitals(let hash): firstWords.set(hash, to: 1)
                case .slot, .list, .gap: beginsOtherwise = true
                }
            }
        }
    }

    /// What clears every form of a phrase.
    struct Clearing {
        /// Of `unless`.
        var phrase: String
        /// Whether it is each form itself, and not some words of it.
        var isWhole: Bool
    }

    /// nil where some form is left to be found.
    func clearing(of phrase: PhraseRows) -> Clearing? {
        guard count > 0, count * phrase.count <= Self.maximumPairs else { return nil }
        var found: Clearing?
        for row in 0..<phrase.count {
            guard let own = clearing(phrase.atoms[phrase.places(of: row)]) else { return nil }
            found = Clearing(phrase: found?.phrase ?? own.phrase, isWhole: own.isWhole && found?.isWhole ?? true)
        }
        return found
    }

    private func clearing(_ atoms: ArraySlice<Phrase.Atom>) -> Clearing? {
        for start in atoms.indices where mayBegin(with: atoms[start]) {
            for (phrase, rows) in forms {
                for row in 0..<rows.count {
                    let form = rows.atoms[rows.places(of: row)]
                    guard stands(form, in: atoms[start...]) else { continue }
                    return Clearing(phrase: phrase, isWhole: form.count == atoms.count)
                }
            }
        }
        return nil
    }

    private func mayBegin(with atom: Phrase.Atom) -> Bool {
        switch atom {
        case .word(let hash), .capitals(let hash): firstWords[hash] != 0
        case .slot, .list, .gap: beginsOtherwise
        }
    }

    /// A word in capitals is found by the same word in any case.
    private func stands(_ form: ArraySlice<Phrase.Atom>, in atoms: ArraySlice<Phrase.Atom>) -> Bool {
        guard form.count <= atoms.count else { return false }
        return zip(form, atoms).allSatisfy { own, atom in
            if own == atom { return true }
            guard case .word(let word) = own, case .capitals(let hash) = atom else { return false }
            return word == hash
        }
    }
}
