import Model

/// What somebody works as, from the words on either side of the name.
extension NameContext {
    /// The occupation that ends at most six words before the name, if it is the bearer's: that of the person before, of a
    /// husband or of whom a neighbour knows is not.
    func occupation(endingNear index: Int) -> String? {
        var position = max(0, index - 6, previous.map { $0.points >= 3 ? $0.end : 0 } ?? 0)
        var best: Range<Int>?
        while position <= index {
            if isSameSentence(position, index), let match = finder.gazetteer.jobs.words.match(words, at: position) {
                best = position..<(position + match.count)
                position += match.count
            } else {
                position += 1
            }
        }
        guard let best, !isOfSomebodyElse(best, before: index) else { return nil }
        return text(best)
    }

    /// `isteri nelayan itu, Rekaan`, `nelayan dan isterinya, Rekaan`, `Contoh, nelayan, dan Rekaan`
    private func isOfSomebodyElse(_ job: Range<Int>, before index: Int) -> Bool {
        if job.upperBound <= index {
            for position in job.upperBound...index {
                let word = words[position].folded
                if ["dan", "serta", "and", "manakala"].contains(word), isBehindPrevious(job.lowerBound) { return true }
                if isKinWord(at: position) || isDoneByAnother(position) { return true }
            }
        }
        var before = job.lowerBound - 1
        while before >= 0, isSameSentence(before, index),
            ["seorang", "kepada", "arwah", "bekas", "a", "the"].contains(words[before].folded)
        {
            before -= 1
        }
        guard before >= 0, isSameSentence(before, index), words[before + 1].gap.isPlain else { return false }
        return isKinWord(at: before) || ["jiran", "rakan", "majikan", "pelanggan"].contains(words[before].folded)
    }

    /// `isterinya`, but not `ibu tunggal` and not `ibu lima anak`, who work themselves.
    private func isKinWord(at index: Int) -> Bool {
        guard !people[words[index].folded].isDisjoint(with: .anyKin) else { return false }
        let phrase = people.words.match(words, at: index)
        if let phrase, phrase.count > 1, !phrase.value.isDisjoint(with: .anyNoun) { return false }
        return !(index..<min(words.count, index + 6)).contains { parentOfMany(endingAt: $0) == index }
            && !(max(0, index - 6)..<index).contains { parentOfMany(endingAt: index) == $0 }
    }

    private func isBehindPrevious(_ index: Int) -> Bool {
        previous.map { index >= $0.end && isSameSentence($0.words.lowerBound, index) } ?? false
    }

    /// `Rekaan, 42, kerani,`, `Rekaan, seorang tukang rumah`, `Rekaan, a 34-year-old welder`
    func occupation(from end: Int) -> String? {
        var position = end
        var isIntroduced = words[end - 1].folded == "old"
        guard words[end].gap.contains(.comma) || words[end].gap.contains(.close) || isIntroduced else { return nil }
        while position < words.count, position - end < 4, introducingWords.contains(words[position].folded),
            position == end || words[position].gap.isPlain
        {
            isIntroduced = true
            position += 1
        }
        guard position < words.count, isSameSentence(end - 1, position), position == end || words[position].gap.isPlain,
            let match = finder.gazetteer.jobs.words.match(words, at: position)
        else { return nil }
        let next = position + match.count
        let isClosed =
            next == words.count || !words[next].gap.isPlain || afterJob.contains(words[next].folded)
            || !isSameSentence(position, next)
        return isIntroduced || isClosed ? text(position..<next) : nil
    }

    /// Behind `sebagai` or `as`.
    func occupation(after index: Int) -> String? {
        for position in (index + 1)..<min(words.count, index + 3) {
            if let match = finder.gazetteer.jobs.words.match(words, at: position) {
                return text(position..<(position + match.count))
            }
        }
        return nil
    }

    /// With `bekas` before it, for who was a builder is none.
    private func text(_ job: Range<Int>) -> String {
        let isFormer =
            job.lowerBound > 0 && words[job.lowerBound].gap.isPlain
            && ["bekas", "former"].contains(words[job.lowerBound - 1].folded)
        let range = isFormer ? (job.lowerBound - 1)..<job.upperBound : job
        return finder.passage.text(of: range).lowercased()
    }
}

private let introducingWords: Set<String> = [
    "seorang", "a", "an", "bekas", "former", "yang", "merupakan", "juga", "bekerja", "sebagai",
]

private let afterJob: Set<String> = ["di", "dari", "yang", "in", "at", "from", "who", "with", "of"]
