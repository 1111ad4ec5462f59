import Text

/// Reads the notation of phrases; see Lexicons/rules/README.md.
///
///     hilang [satu-satunya] punca pendapatan     words in brackets may be there or not
///     (jatuh|ter[jatuh|hempas]) dari tingkat     a choice
///     [meN|di]tanggung[nya]                      brackets on a word: prefixes and suffixes; N adapts itself
///     pendapatan …3 {money} sebulan              up to three words between; an amount
///     <kin> meninggal dunia                      any entry of the list `kin`
///     [meN-]tanggung[-an|-kan]                   the same with hyphens that show where a piece joins
///     rumah~                                     with the clitics nya, lah, ku, mu, kah and pun, or without
///     evict+                                     evict, evicts, evicted, evicting
///     hutang NEAR/5 along                        both in one sentence, up to five words between, in either order
///     AS                                         only in capitals
struct PhraseParser {
    /// The numbers of the named lists.
    let lists: [String: Int]
    /// Entries of lists may be numbers alone, as they never stand alone in a phrase.
    var allowsNumbersAlone = false
    /// One phrase that stands for more is a mistake, or an attack on memory.
    static let maximumForms = 3_000
    static let maximumAtoms = 14
    static let maximumGap = 6

    /// Why a phrase cannot be read.
    struct Problem: Error {
        var reason: String
    }

    /// Every row of atoms that `text` (one phrase, without commas) stands for.
    func phrases(in text: String) throws(Problem) -> [Phrase] {
        try forms(of: text).map { Phrase(atoms: $0.atoms) }
    }

    /// One of the rows of atoms that a phrase stands for, and how a person would write it.
    struct Form {
        var atoms: [Phrase.Atom] = []
        var text = ""

        static func + (a: Form, b: Form) -> Form {
            Form(
                atoms: a.atoms + b.atoms,
                text: a.text.isEmpty || b.text.isEmpty ? a.text + b.text : "\(a.text) \(b.text)")
        }
    }

    /// The same as ``phrases(in:)``, to be shown.
    func forms(of text: String) throws(Problem) -> [Form] {
        guard !Self.isPlain(text) else {
            let atoms = tokens(of: text).map { Phrase.Atom.word($0.hash) }
            try check(atoms)
            return [Form(atoms: atoms, text: text)]
        }
        let forms = try sequence(Array(text))
        for form in forms { try check(form.atoms) }
        return forms
    }

    /// Small letters, blanks and hyphens alone, as most phrases are: reading the bundled rules took 0.15 s with the brackets
    /// looked for in each of them, and takes 0.11 s.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { 0x61...0x7A ~= $0 || $0 == 0x20 || $0 == 0x2D }
    }

    private func check(_ atoms: [Phrase.Atom]) throws(Problem) {
        guard let first = atoms.first, let last = atoms.last else { throw Problem(reason: "the phrase is empty") }
        if case .gap = first { throw Problem(reason: "a phrase cannot begin with a gap") }
        if case .gap = last { throw Problem(reason: "a phrase cannot end with a gap") }
        guard atoms.count <= Self.maximumAtoms else {
            throw Problem(reason: "a phrase has at most \(Self.maximumAtoms) parts")
        }
        let isTied = atoms.contains {
            switch $0 {
            case .word, .capitals, .list: true
            case .slot, .gap: false
            }
        }
        let isAge = atoms.count == 1 && { if case .slot(let slot) = first { slot.kind == .age } else { false } }()
        guard isTied || isAge || allowsNumbersAlone else {
            throw Problem(reason: "a phrase needs a word besides its numbers")
        }
    }

    // MARK: Sequences

    private func sequence(_ text: [Character]) throws(Problem) -> [Form] {
        let chunks = try chunks(text)
        guard let near = chunks.firstIndex(where: { String($0).hasPrefix("NEAR/") }) else {
            return try row(chunks)
        }
        guard let gap = Int(String(chunks[near].dropFirst(5))), (1...Self.maximumGap).contains(gap) else {
            throw Problem(reason: "nearness is written NEAR/5, from 1 to \(Self.maximumGap) words")
        }
        let (left, right) = (chunks[..<near], chunks[(near + 1)...])
        guard !left.isEmpty, !right.isEmpty, !right.contains(where: { String($0).hasPrefix("NEAR/") }) else {
            throw Problem(reason: "NEAR/\(gap) stands once, between two phrases")
        }
        let between = Form(atoms: [.gap(gap)], text: "…\(gap)")
        let (first, second) = (try row(Array(left)), try row(Array(right)))
        guard 2 * first.count * second.count <= Self.maximumForms else { throw Self.tooMany }
        return first.flatMap { a in second.flatMap { b in [a + between + b, b + between + a] } }
    }

    private static let tooMany = Problem(reason: "the phrase stands for more than \(maximumForms) forms; split it")

    private func row(_ chunks: [[Character]]) throws(Problem) -> [Form] {
        var forms = [Form()]
        for chunk in chunks {
            let choices = try atoms(of: chunk)
            guard forms.count * choices.count <= Self.maximumForms else { throw Self.tooMany }
            forms = forms.flatMap { form in choices.map { form + $0 } }
        }
        return forms
    }

    /// Parts `text` at blanks outside brackets.
    private func chunks(_ text: [Character]) throws(Problem) -> [[Character]] {
        var out: [[Character]] = [[]]
        var open: [Character] = []
        for character in text {
            switch character {
            case "(", "[", "{", "<": open.append(character)
            case ")", "]", "}", ">":
                guard let opened = open.popLast(), Self.closing[opened] == character else {
                    throw Problem(reason: "\"\(character)\" closes nothing")
                }
            default: break
            }
            if character == " ", open.isEmpty { out.append([]) } else { out[out.count - 1].append(character) }
        }
        if let left = open.last { throw Problem(reason: "\"\(left)\" is not closed") }
        return out.filter { !$0.isEmpty }
    }

    private static let closing: [Character: Character] = ["(": ")", "[": "]", "{": "}", "<": ">"]

    private func atoms(of chunk: [Character]) throws(Problem) -> [Form] {
        let text = String(chunk)
        if text.hasPrefix("…") { return [Form(atoms: [.gap(try gap(text.dropFirst()))], text: text)] }
        if text.hasPrefix("...") { return [Form(atoms: [.gap(try gap(text.dropFirst(3)))], text: text)] }
        guard let first = chunk.first, isWhole(chunk) else { return try words(chunk) }
        let inner = Array(chunk.dropFirst().dropLast())
        switch first {
        case "{": return [Form(atoms: [.slot(try slot(String(inner)))], text: text)]
        case "<": return [Form(atoms: [.list(try list(String(inner)))], text: text)]
        case "(": return try choice(inner)
        case "[": return [Form()] + (try choice(inner))
        default: return try words(chunk)
        }
    }

    /// Whether one pair of brackets holds all of the chunk.
    private func isWhole(_ chunk: [Character]) -> Bool {
        guard let first = chunk.first, Self.closing[first] != nil else { return false }
        var depth = 0
        for (index, character) in chunk.enumerated() {
            if Self.closing[character] != nil { depth += 1 }
            if Self.closing.values.contains(character) { depth -= 1 }
            if depth == 0 { return index == chunk.count - 1 }
        }
        return false
    }

    private func choice(_ inner: [Character]) throws(Problem) -> [Form] {
        var out: [Form] = []
        for part in alternatives(inner) { out += try sequence(part) }
        return out
    }

    /// Parts at `|` outside brackets.
    private func alternatives(_ text: [Character]) -> [[Character]] {
        var out: [[Character]] = [[]]
        var depth = 0
        for character in text {
            if Self.closing[character] != nil { depth += 1 }
            if Self.closing.values.contains(character) { depth -= 1 }
            if character == "|", depth == 0 { out.append([]) } else { out[out.count - 1].append(character) }
        }
        return out
    }

    // MARK: Parts

    private func gap(_ digits: Substring) throws(Problem) -> Int {
        guard let length = Int(digits), (1...Self.maximumGap).contains(length) else {
            throw Problem(reason: "a gap is written …2, from 1 to \(Self.maximumGap) words")
        }
        return length
    }

    private func list(_ name: String) throws(Problem) -> Int {
        if let number = lists[name] { return number }
        let hint = nearest(to: name, among: lists.keys.sorted()).map { "; did you mean <\($0)>?" } ?? ""
        throw Problem(reason: "there is no list <\(name)>\(hint)")
    }

    private func slot(_ text: String) throws(Problem) -> Phrase.Slot {
        let parts = text.split(separator: " ")
        guard let name = parts.first.map(String.init), let kind = Phrase.Slot.Kind(rawValue: name), parts.count <= 2
        else {
            throw Problem(reason: "{\(text)} is none of {number}, {age}, {money}")
        }
        guard parts.count == 2 else {
            return Phrase.Slot(kind: kind, range: 0...(kind == .age ? 120 : Int.max))
        }
        let bounds = parts[1].split(separator: "-", omittingEmptySubsequences: false)
        guard bounds.count == 2, let low = bounds[0].isEmpty ? 0 : Int(bounds[0]),
            let high = bounds[1].isEmpty ? Int.max : Int(bounds[1]), low <= high
        else { throw Problem(reason: "bounds are written {age 18-64}, {money -2000} or {number 3-}") }
        return Phrase.Slot(kind: kind, range: low...high)
    }

    // MARK: Words

    private func words(_ chunk: [Character]) throws(Problem) -> [Form] {
        var out: [Form] = []
        for alternative in alternatives(chunk) {
            for spelling in try endings(of: alternative) {
                let atoms = tokens(of: spelling).map { $0.isUppercase ? Phrase.Atom.capitals($0.hash) : .word($0.hash) }
                guard !atoms.isEmpty else { throw Problem(reason: "\"\(spelling)\" holds no word") }
                out.append(Form(atoms: atoms, text: spelling))
            }
        }
        return out
    }

    /// Every spelling of a word, with the endings that a mark at its end stands for.
    private func endings(of word: [Character]) throws(Problem) -> [String] {
        switch word.last {
        case "~": try spellings(of: Array(word.dropLast())).flatMap(Inflection.withClitics)
        case "+": try spellings(of: Array(word.dropLast())).flatMap(Inflection.english)
        case .some, nil: try spellings(of: word)
        }
    }

    /// Every spelling of a word with its brackets: `[di|meN]sewa[kan]`.
    private func spellings(of word: [Character]) throws(Problem) -> [String] {
        var pieces: [[String]] = []
        var index = 0
        while index < word.count {
            let character = word[index]
            if character == "[" || character == "(" {
                guard let end = closingIndex(of: index, in: word) else {
                    throw Problem(reason: "a bracket is not closed")
                }
                var choices: [String] = character == "[" ? [""] : []
                for part in alternatives(Array(word[(index + 1)..<end])) {
                    choices += try spellings(of: withoutHyphen(part, isFirst: index == 0))
                }
                pieces.append(choices)
                index = end + 1
            } else {
                let end = word[index...].firstIndex { $0 == "[" || $0 == "(" } ?? word.count
                pieces.append([String(word[index..<end])])
                index = end
            }
        }
        return pieces.reversed().reduce([""]) { endings, choices in
            choices.flatMap { piece in
                endings.map { Inflection.isNasal(piece) ? Inflection.joined(piece, to: $0) : piece + $0 }
            }
        }
    }

    /// `meN-` and `-kan` show with a hyphen where they join the word.
    private func withoutHyphen(_ piece: [Character], isFirst: Bool) -> [Character] {
        if isFirst, piece.count > 1, piece.last == "-" { return Array(piece.dropLast()) }
        return !isFirst && piece.count > 1 && piece.first == "-" ? Array(piece.dropFirst()) : piece
    }

    private func closingIndex(of start: Int, in word: [Character]) -> Int? {
        var depth = 0
        for index in start..<word.count {
            if Self.closing[word[index]] != nil { depth += 1 }
            if Self.closing.values.contains(word[index]) { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }
}
