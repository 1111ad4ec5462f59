import Model

/// Counts words in Latin letters by language.
struct WordCensus {
    private(set) var count = 0
    private var english = 0.0
    /// Of Malay, Indonesian, or both.
    private var malayic = 0.0
    private var malay = 0.0
    private var indonesian = 0.0
    private var elsewhere = 0.0

    /// - Parameters:
    ///   - name: the word in lower case; nil for one with letters that are not ASCII.
    ///   - bytes: its letters.
    mutating func add(_ name: NameHash?, _ bytes: Span<UInt8>) {
        count += 1
        guard let name else {
            // A name in Malay and English, but every fifth word in French or Turkish.
            elsewhere += 0.5
            return
        }
        if let kind = CommonWords.kind(of: name) {
            add(kind, weight: 1)
        } else if let kind = WordShape.kind(of: bytes) {
            // Names have such ends too.
            add(kind, weight: 0.5)
        }
    }

    private mutating func add(_ kind: CommonWords.Kind, weight: Double) {
        switch kind {
        case .english: english += weight
        case .elsewhere: elsewhere += weight
        case .malayic: malayic += weight
        case .malay:
            malayic += weight
            malay += weight
        case .indonesian:
            malayic += weight
            indonesian += weight
        }
    }

    var guess: LanguageGuess {
        let sums: [(Language, Double)] = [(.english, english), (.malay, malayic), (.other, elsewhere)]
        let known = sums.reduce(0) { $0 + $1.1 }
        guard let most = sums.max(by: { $0.1 < $1.1 }), most.1 > 0, most.1 >= Double(count) * WordCensus.fewest else {
            // Ten names tell nothing; a hundred words of which we know none are in no language of ours.
            return LanguageGuess(.other, confidence: Double(count) / Double(count + 40))
        }
        // Of Malay, English and Indonesian text we know half the words: a fifth is as good as all.
        let coverage = min(1, most.1 / Double(count) / 0.2)
        let sureness = most.1 / known * coverage * most.1 / (most.1 + 1)
        guard most.0 == .malay else { return LanguageGuess(most.0, confidence: sureness) }
        let odds = indonesianOdds
        return odds > 0.5
            ? LanguageGuess(.indonesian, confidence: sureness * odds)
            : LanguageGuess(.malay, confidence: sureness * (1 - odds))
    }

    /// Names and short words bring other languages up to 5 in 100.
    private static let fewest = 0.08

    /// How likely a text in Malay or Indonesian is in the latter, 0...1.
    private var indonesianOdds: Double {
        let difference = (indonesian - malay) / (indonesian + malay + 1).squareRoot()
        // In a headline one word decides; in an article one is a name or a quotation.
        let bias = 0.4 + min(0.6, Double(max(0, count - 30)) / 70)
        let lean = 1.1 * difference - bias
        return 0.5 + 0.5 * lean / (1 + lean * lean).squareRoot()
    }
}
