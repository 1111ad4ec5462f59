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
    /// Whether the rows are to be shown.
    var keepsTexts = false
    /// One phrase that stands for more is a mistake, or an attack on memory.
    static let maximumForms = 3_000
    static let maximumAtoms = 14
    static let maximumGap = 6

    /// Why a phrase cannot be read.
    struct Problem: Error {
        var reason: String
    }

    /// Every row of atoms that `text` (one phrase, without commas) stands for.
    func rows(of text: String) throws(Problem) -> PhraseRows {
        let source = PhraseText(text)
        let rows = if let plain = plainRow(source, text) { plain } else { try sequence(source, source.bytes.indices) }
        for row in 0..<rows.count { try check(rows.atoms, rows.places(of: row)) }
        return rows
    }

    /// Small letters, blanks and hyphens alone are one row, as most phrases are; nil for others.
    private func plainRow(_ source: PhraseText, _ text: String) -> PhraseRows? {
        var rows = PhraseRows(keepsTexts: keepsTexts)
        let words = source.bytes.span
        var (start, hasHyphen) = (0, false)
        rows.append(text: text)
        for place in 0...words.count {
            let byte = place < words.count ? words[place] : UInt8(ascii: " ")
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): break
            case UInt8(ascii: "-"): hasHyphen = true
            case UInt8(ascii: " "):
                if let hash = tokenHash(ofSmallLetters: words.extracting(start..<place)) {
                    rows.extend(by: .word(hash))
                }
                start = place + 1
            default: return nil
            }
        }
        guard hasHyphen else { return rows }
        // A hyphen parts two words, or joins a doubled one: the scanner knows.
        rows = PhraseRows(keepsTexts: keepsTexts)
        rows.append(tokens(of: text).map { Phrase.Atom.word($0.hash) }, text: text)
        return rows
    }

    private func check(_ atoms: [Phrase.Atom], _ row: Range<Int>) throws(Problem) {
        guard !row.isEmpty else { throw Problem(reason: "the phrase is empty") }
        let (first, last) = (atoms[row.lowerBound], atoms[row.upperBound - 1])
        if case .gap = first { throw Problem(reason: "a phrase cannot begin with a gap") }
        if case .gap = last { throw Problem(reason: "a phrase cannot end with a gap") }
        guard row.count <= Self.maximumAtoms else {
            throw Problem(reason: "a phrase has at most \(Self.maximumAtoms) parts")
        }
        for place in row {
            switch atoms[place] {
            case .word, .capitals, .list: return
            case .slot, .gap: break
            }
        }
        let isAge = row.count == 1 && { if case .slot(let slot) = first { slot.kind == .age } else { false } }()
        guard isAge || allowsNumbersAlone else {
            throw Problem(reason: "a phrase needs a word besides its numbers")
        }
    }

    // MARK: Sequences

    private func sequence(_ source: PhraseText, _ range: Range<Int>) throws(Problem) -> PhraseRows {
        let chunks = try chunks(source, range)
        for chunk in chunks where source.looksLikeNearness(chunk) { throw Self.nearness }
        guard let near = chunks.firstIndex(where: { source.begins($0, with: PhraseText.nearness) }) else {
            return try row(source, chunks[...])
        }
        guard let gap = Int(source.string(chunks[near].dropFirst(5))), (1...Self.maximumGap).contains(gap) else {
            throw Self.nearness
        }
        let (left, right) = (chunks[..<near], chunks[(near + 1)...])
        guard !left.isEmpty, !right.isEmpty, !right.contains(where: { source.begins($0, with: PhraseText.nearness) })
        else {
            throw Problem(reason: "NEAR/\(gap) stands once, between two phrases")
        }
        var between = PhraseRows(keepsTexts: keepsTexts)
        between.append(.gap(gap), text: "…\(gap)")
        let (first, second) = (try row(source, left), try row(source, right))
        guard 2 * first.count * second.count <= Self.maximumForms else { throw Self.tooMany }
        let (ahead, behind) = (first.followed(by: between), second.followed(by: between))
        var out = PhraseRows(keepsTexts: keepsTexts)
        for a in 0..<first.count {
            for b in 0..<second.count {
                out.append(a, of: ahead, then: b, of: second)
                out.append(b, of: behind, then: a, of: first)
            }
        }
        return out
    }

    private static let nearness = Problem(
        reason: "nearness is written NEAR/5, in capitals, from 1 to \(maximumGap) words, with a blank on either side")

    private static let tooMany = Problem(reason: "the phrase stands for more than \(maximumForms) forms; split it")

    private func row(_ source: PhraseText, _ chunks: ArraySlice<Range<Int>>) throws(Problem) -> PhraseRows {
        var rows = PhraseRows(keepsTexts: keepsTexts)
        rows.append()
        for chunk in chunks {
            if !keepsTexts, rows.count == 1, let hash = tokenHash(ofSmallLetters: source.bytes.span.extracting(chunk)) {
                rows.extend(by: .word(hash))
                continue
            }
            let choices = try atoms(source, chunk)
            guard rows.count * choices.count <= Self.maximumForms else { throw Self.tooMany }
            rows = rows.followed(by: choices)
        }
        return rows
    }

    /// Parts `range` at blanks outside brackets.
    private func chunks(_ source: PhraseText, _ range: Range<Int>) throws(Problem) -> [Range<Int>] {
        var out: [Range<Int>] = []
        // What would close the brackets that are open.
        var open: [UInt8] = []
        var start = range.lowerBound
        for place in range {
            let sign = source.signs[place]
            if sign == UInt8(ascii: " ") {
                guard open.isEmpty else { continue }
                if place > start { out.append(start..<place) }
                start = place + 1
            } else if PhraseText.closing(sign) != nil {
                open.append(sign)
            } else if PhraseText.closes(sign) {
                guard let opened = open.popLast(), PhraseText.closing(opened) == sign else {
                    throw Problem(reason: "\"\(Character(Unicode.Scalar(sign)))\" closes nothing")
                }
            }
        }
        if let left = open.last { throw Problem(reason: "\"\(Character(Unicode.Scalar(left)))\" is not closed") }
        if range.upperBound > start { out.append(start..<range.upperBound) }
        return out
    }

    private func atoms(_ source: PhraseText, _ chunk: Range<Int>) throws(Problem) -> PhraseRows {
        let dots = source.signs[chunk.lowerBound] == PhraseText.gap || source.begins(chunk, with: PhraseText.dots)
        // As many bytes either way.
        if dots { return try only(.gap(gap(source.string(chunk.dropFirst(3)))), source, chunk) }
        guard source.isWhole(chunk) else { return try words(source, chunk) }
        let inner = chunk.dropFirst().dropLast()
        switch source.signs[chunk.lowerBound] {
        case UInt8(ascii: "{"): return try only(.slot(slot(source.string(inner))), source, chunk)
        case UInt8(ascii: "<"): return try only(.list(list(source.string(inner))), source, chunk)
        case UInt8(ascii: "["):
            var rows = PhraseRows(keepsTexts: keepsTexts)
            rows.append()
            rows.append(try choice(source, inner))
            return rows
        default: return try choice(source, inner)
        }
    }

    private func only(_ atom: Phrase.Atom, _ source: PhraseText, _ chunk: Range<Int>) -> PhraseRows {
        var rows = PhraseRows(keepsTexts: keepsTexts)
        rows.append(atom, text: source.string(chunk))
        return rows
    }

    private func choice(_ source: PhraseText, _ inner: Range<Int>) throws(Problem) -> PhraseRows {
        var rows = PhraseRows(keepsTexts: keepsTexts)
        for part in source.alternatives(inner) { rows.append(try sequence(source, part)) }
        return rows
    }

    // MARK: Parts

    private func gap(_ digits: String) throws(Problem) -> Int {
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
}
