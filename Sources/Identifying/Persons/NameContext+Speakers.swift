import Model

/// Who speaks in a text by their calling or their trade, and is no story.
extension NameContext {
    /// `Menteri Besar Rekaan, Datuk Contoh, 44`: of them papers print the age too.
    func isPublicFigure(at index: Int) -> Bool {
        let isFormer = index > 0 && ["bekas", "former", "ex", "mantan"].contains(words[index - 1].folded)
        return publicPosts.contains(words[index].folded) && !isFormer
            || index + 1 < words.count && ["ahli", "ketua"].contains(words[index].folded) && !isFormer
                && ["parlimen", "polis", "menteri"].contains(words[index + 1].folded)
    }

    /// Marks reporters and by-lines: `Wartawan Sinar Rekaan, Contoh`, `Laporan oleh Contoh`, `Gambar: Contoh`.
    func readReporter(before index: Int, _ mention: inout NameMention) {
        if clause(endingAt: index).contains(where: { reporters.contains(words[$0].folded) && !isOfAnother($0) }) {
            mention.isSpeaker = true
        }
        guard closesLine(mention) else { return }
        let word = words[index].folded
        let isBy = ["oleh", "by"].contains(word) && words[index + 1].gap.isPlain
        let isLabel = credits.contains(word) && words[index + 1].gap.contains(.colon)
        if isLabel || isBy && (finder.isSentenceStart(index) || index > 0 && credits.contains(words[index - 1].folded))
        {
            mention.isSpeaker = true
            mention.points -= 6
        }
    }

    /// An imam, a doctor or a headmaster who is quoted speaks of others: `Imam Rekaan, 60, berkata`, `menurut Dr Contoh`.
    func isSpeakingByCalling(_ mention: NameMention) -> Bool {
        var index = mention.words.lowerBound - 1
        guard index >= 0, isSameSentence(index, mention.words.lowerBound) else { return false }
        var isLearned = false
        while index >= 0, isSameSentence(index, mention.words.lowerBound), isTitle(index) {
            isLearned = isLearned || learnedTitles.contains(words[index].folded)
            index -= 1
        }
        guard index >= 0, isSameSentence(index, mention.words.lowerBound) else { return isLearned && mention.isQuoted }
        let isTold = mention.isQuoted || people[words[index].folded].contains(.said) || words[index].folded == "menurut"
        guard isTold else { return false }
        return isLearned
            || clause(endingAt: index).contains { position in
                callings.contains(words[position].folded) && !isOfAnother(position)
                    || words[position].folded == "guru" && position < index && words[position + 1].folded == "besar"
            }
    }

    /// From `index` back to the mark or the name before, at most seven words.
    private func clause(endingAt index: Int) -> Range<Int> {
        let first = previous?.end ?? 0
        guard index >= first else { return index..<index }
        var position = index
        while position > first, index - position < 7, isSameSentence(position - 1, index),
            words[position].gap.subtracting([.dash, .stop]).isPlain
        {
            position -= 1
        }
        return position..<(index + 1)
    }

    /// `bekas imam`, `isteri wartawan`
    private func isOfAnother(_ index: Int) -> Bool {
        guard index > 0, words[index].gap.isPlain else { return false }
        let before = words[index - 1].folded
        return ["bekas", "former", "kepada"].contains(before) || !people[before].isDisjoint(with: .anyKin)
    }

    /// A mark or a line ends the name.
    private func closesLine(_ mention: NameMention) -> Bool {
        let end = mention.words.upperBound
        return end == words.count || !words[end].gap.intersection([.stop, .line, .open, .close, .slash, .dash]).isEmpty
    }
}

private let publicPosts: Set<String> = [
    "menteri", "perdana", "exco", "adun", "mp", "minister", "assemblyman", "assemblywoman", "premier", "gabenor",
    "governor", "senator", "mayor", "speaker",
]

private let reporters: Set<String> = ["wartawan", "pemberita", "jurugambar", "reporter", "journalist"]

private let credits: Set<String> = [
    "laporan", "foto", "gambar", "teks", "penulis", "report", "reported", "story", "text", "photo", "photos",
    "pictures",
    "pix", "pic", "video", "words",
]

private let learnedTitles: Set<String> = ["dr", "doktor", "prof", "profesor"]

private let callings: Set<String> = [
    "imam", "bilal", "pengetua", "doktor", "pensyarah", "profesor", "headmaster", "headmistress", "principal", "doctor",
    "lecturer", "professor", "priest", "pastor", "paderi",
]
