/// Rows of atoms, one behind the other in one array: the rules have some ten thousand of them, and an array for each was a
/// third of the time of reading them.
struct PhraseRows {
    private(set) var atoms: [Phrase.Atom] = []
    private var ends: [Int] = []
    /// How a person would write each row; none where nobody asks.
    private(set) var texts: [String] = []
    let keepsTexts: Bool

    init(keepsTexts: Bool = false) { self.keepsTexts = keepsTexts }

    var count: Int { ends.count }

    /// The atoms of a row.
    func places(of row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }

    // MARK: Further rows

    /// A row without atoms.
    mutating func append(text: @autoclosure () -> String = "") { end(text()) }

    mutating func append(_ atom: Phrase.Atom, text: @autoclosure () -> String) {
        atoms.append(atom)
        end(text())
    }

    mutating func append(_ row: [Phrase.Atom], text: @autoclosure () -> String = "") {
        atoms += row
        end(text())
    }

    mutating func append(_ other: PhraseRows) {
        let before = atoms.count
        atoms += other.atoms
        for end in other.ends { ends.append(before + end) }
        if keepsTexts { texts += other.texts }
    }

    private mutating func end(_ text: @autoclosure () -> String) {
        ends.append(atoms.count)
        if keepsTexts { texts.append(text()) }
    }

    // MARK: Longer rows

    /// Lengthens the only row.
    mutating func extend(by atom: Phrase.Atom) {
        atoms.append(atom)
        ends[0] += 1
    }

    /// Each of these rows with each of the others behind it.
    func followed(by others: PhraseRows) -> PhraseRows {
        var out = PhraseRows(keepsTexts: keepsTexts)
        out.atoms.reserveCapacity(atoms.count * others.count + others.atoms.count * count)
        out.ends.reserveCapacity(count * others.count)
        for row in 0..<count {
            for other in 0..<others.count { out.append(row, of: self, then: other, of: others) }
        }
        return out
    }

    /// Appends a row of some and one of others as one.
    mutating func append(_ first: Int, of some: PhraseRows, then second: Int, of others: PhraseRows) {
        for place in some.places(of: first) { atoms.append(some.atoms[place]) }
        for place in others.places(of: second) { atoms.append(others.atoms[place]) }
        ends.append(atoms.count)
        if keepsTexts { texts.append(Self.joined(some.texts[first], others.texts[second])) }
    }

    private static func joined(_ a: String, _ b: String) -> String {
        a.isEmpty || b.isEmpty ? a + b : "\(a) \(b)"
    }
}
