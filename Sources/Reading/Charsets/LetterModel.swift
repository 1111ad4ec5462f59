/// How likely letters follow each other in a language: ``LetterPairs``, unpacked.
struct LetterModel {
    let encodings: [String]
    /// The class of each letter in lower case. 0 is a gap: whatever is no letter of the language.
    let classes: [Unicode.Scalar: Int]
    /// Whether ASCII letters are letters of the language.
    let isLatin: Bool
    /// The number of classes.
    private let width: Int
    /// In nats, by the class before times the width, plus the class. Pairs within ASCII cost nothing: every reading has them.
    private let costs: [Float]

    /// What a pair costs, in nats.
    func cost(_ before: Int, _ next: Int) -> Float { costs[before * width + next] }

    static let all = models(in: LetterPairs.latin, isLatin: true) + models(in: LetterPairs.other, isLatin: false)

    private static func models(in table: String, isLatin: Bool) -> [LetterModel] {
        table.split(separator: "=").map { part in
            let lines = part.split(separator: "\n").map { $0.drop { $0 == " " } }
            return LetterModel(
                encodings: lines[0].split(separator: " ").dropFirst().map(String.init),
                letters: Array(lines[1].unicodeScalars), costs: lines.dropFirst(2).flatMap(\.utf8), isLatin: isLatin)
        }
    }

    private init(encodings: [String], letters: [Unicode.Scalar], costs packed: [UInt8], isLatin: Bool) {
        self.encodings = encodings
        self.isLatin = isLatin
        let ascii = isLatin ? 26 : 0
        width = 1 + ascii + letters.count
        var classes: [Unicode.Scalar: Int] = [:]
        for (index, letter) in letters.enumerated() { classes[letter] = 1 + ascii + index }
        for letter in 0..<ascii { classes[Unicode.Scalar(UInt8(97 + letter))] = 1 + letter }
        self.classes = classes
        var costs = [Float](repeating: 0, count: width * width)
        var values = packed.makeIterator()
        for before in 0..<width {
            let first = before > ascii ? 0 : 1 + ascii
            for next in first..<width { costs[before * width + next] = values.next().map { Float($0 - 97) / 2 } ?? 13 }
        }
        self.costs = costs
    }
}
