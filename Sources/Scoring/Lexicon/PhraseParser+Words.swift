import Text

extension PhraseParser {
    /// Every row of atoms that a word with brackets and marks stands for.
    func words(_ source: PhraseText, _ chunk: Range<Int>) throws(Problem) -> PhraseRows {
        var rows = PhraseRows(keepsTexts: keepsTexts)
        for alternative in source.alternatives(chunk) {
            for spelling in try endings(source, alternative) {
                if let hash = tokenHash(ofSmallLetters: spelling.span) {
                    rows.append(.word(hash), text: String(decoding: spelling, as: UTF8.self))
                    continue
                }
                let text = String(decoding: spelling, as: UTF8.self)
                let atoms = tokens(of: text).map { $0.isUppercase ? Phrase.Atom.capitals($0.hash) : .word($0.hash) }
                guard !atoms.isEmpty else { throw Problem(reason: "\"\(text)\" holds no word") }
                rows.append(atoms, text: text)
            }
        }
        return rows
    }

    /// Every spelling of a word, with the endings that a mark at its end stands for.
    private func endings(_ source: PhraseText, _ word: Range<Int>) throws(Problem) -> [[UInt8]] {
        switch word.last.map({ source.signs[$0] }) {
        case UInt8(ascii: "~"): try spellings(source, word.dropLast()).flatMap { inflected($0, Inflection.withClitics) }
        case UInt8(ascii: "+"): try spellings(source, word.dropLast()).flatMap { inflected($0, Inflection.english) }
        case .some, nil: try spellings(source, word)
        }
    }

    private func inflected(_ word: [UInt8], _ forms: (String) -> [String]) -> [[UInt8]] {
        forms(String(decoding: word, as: UTF8.self)).map { Array($0.utf8) }
    }

    /// Every spelling of a word with its brackets: `[di|meN]sewa[kan]`.
    private func spellings(_ source: PhraseText, _ word: Range<Int>) throws(Problem) -> [[UInt8]] {
        var pieces: [[[UInt8]]] = []
        var index = word.lowerBound
        while index < word.upperBound {
            let sign = source.signs[index]
            if Self.opensChoice(sign) {
                guard let end = source.closingPlace(in: index..<word.upperBound) else {
                    throw Problem(reason: "a bracket is not closed")
                }
                var choices: [[UInt8]] = sign == UInt8(ascii: "[") ? [[]] : []
                for part in source.alternatives(index + 1..<end) {
                    choices += try spellings(source, withoutHyphen(source, part, isFirst: index == word.lowerBound))
                }
                pieces.append(choices)
                index = end + 1
            } else {
                let end = source.signs[index..<word.upperBound].firstIndex(where: Self.opensChoice) ?? word.upperBound
                pieces.append([Array(source.bytes[index..<end])])
                index = end
            }
        }
        guard let last = pieces.popLast() else { return [[]] }
        return pieces.reversed().reduce(last) { endings, choices in
            choices.flatMap { piece in
                Self.isNasal(piece) ? endings.map { Self.joined(piece, to: $0) } : endings.map { piece + $0 }
            }
        }
    }

    private static func opensChoice(_ sign: UInt8) -> Bool { sign == UInt8(ascii: "[") || sign == UInt8(ascii: "(") }

    /// Few pieces end with an N; only those are looked at closely.
    private static func isNasal(_ piece: [UInt8]) -> Bool {
        piece.last == UInt8(ascii: "N") && Inflection.isNasal(String(decoding: piece, as: UTF8.self))
    }

    private static func joined(_ prefix: [UInt8], to root: [UInt8]) -> [UInt8] {
        Array(
            Inflection.joined(String(decoding: prefix, as: UTF8.self), to: String(decoding: root, as: UTF8.self)).utf8)
    }

    /// `meN-` and `-kan` show with a hyphen where they join the word.
    private func withoutHyphen(_ source: PhraseText, _ piece: Range<Int>, isFirst: Bool) -> Range<Int> {
        let hyphen = UInt8(ascii: "-")
        guard piece.count > 1 else { return piece }
        if isFirst, source.signs[piece.upperBound - 1] == hyphen { return piece.dropLast() }
        return !isFirst && source.signs[piece.lowerBound] == hyphen ? piece.dropFirst() : piece
    }
}
