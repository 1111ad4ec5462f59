/// Where a scan stands, and what the next word must know of what came before it.
struct ScanState {
    /// In bytes.
    var at = 0
    /// How many bytes before `at` go on with a scalar that began before them.
    var continuationBytes = 0
    var separation = Token.Break.sentence
    var sentence = 0
    /// A full stop was met that may end the sentence: what comes next decides.
    var pendingStop = false
    var hyphenBefore = false
    var last = Last()

    /// What the next word must know of the one before.
    struct Last {
        var hash: UInt64 = 0
        /// In the text, half-open; of a doubled word the second half.
        var (start, end) = (-1, -1)
        /// Nothing but ASCII letters: its folded bytes are those of the text in lower case.
        var isPlain = false
        var isInitial = false
        /// The next word may say what is counted.
        var isNumber = false
        /// The next word may multiply it.
        var isMoney = false
    }

    /// Decides a full stop once the next word, at `next`, is known.
    mutating func settleStop(before next: Int, isSmallLetter: Bool) {
        pendingStop = false
        // A point inside an address or a time ("2.30") has no blank behind it.
        guard next - last.end > 1, !last.isInitial, !Sentences.isAbbreviation(last.hash) else { return }
        // Whoever writes without capitals ends a clause at least.
        guard !isSmallLetter else {
            separation = max(separation, .clause)
            return
        }
        endSentence()
    }

    mutating func endSentence() {
        pendingStop = false
        guard separation != .sentence else { return }
        separation = .sentence
        sentence += 1
    }
}
