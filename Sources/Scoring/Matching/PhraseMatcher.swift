import Model
import Text

/// Phrases of plain words alone, found as a lexicon finds them: for the benchmark of matching (Benchmarks/match.py).
package struct PhraseMatcher: Sendable {
    private var trie = PhraseTrie()

    /// - Parameter phrases: words with blanks between them.
    package init(_ phrases: [String]) {
        for (number, phrase) in phrases.enumerated() {
            let atoms = tokens(of: phrase).map { Phrase.Atom.word($0.hash) }
            trie.insert(atoms.span, output: number)
        }
    }

    /// How often the phrases stand in `text`, every overlapping occurrence counted.
    package func count(in text: String) -> Int {
        trie.matches(in: UnitText(text, field: .text), lists: .none).count
    }
}
