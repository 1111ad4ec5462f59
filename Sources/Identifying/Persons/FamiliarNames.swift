/// Names in posts that are written without capitals: `kak ros`, `nama dia leha`. Only words that are known as names count here.
extension NameFinder {
    func familiarMentions(besides found: [NameMention]) -> [NameMention] {
        let taken = Set(found.flatMap(\.words))
        var mentions: [NameMention] = []
        for index in passage.words.indices.dropFirst() where !taken.contains(index) {
            let word = passage.words[index]
            guard !word.isCapitalised, word.gap.isPlain, isSurelyName(word.folded),
                let start = start(ofNameAt: index)
            else { continue }
            var mention = NameMention(field: passage.field, words: index..<(index + 1), parts: [word.folded])
            NameContext(finder: self, previous: nil).read(into: &mention)
            if start < index { mention.words = start..<mention.words.upperBound }
            mention.points = max(mention.points, 6)
            mentions.append(mention)
        }
        return mentions
    }

    /// Where what somebody is called begins: at `kak` in `kak ros`, at the name itself in `nama dia leha`; nil where nothing says
    /// that it is a name.
    private func start(ofNameAt index: Int) -> Int? {
        let words = passage.words
        for start in [index - 2, index - 1] where start >= 0 && !words[start].isCapitalised {
            if let match = gazetteer.people.words.match(words, at: start), start + match.count == index,
                match.value.contains(.address)
            {
                return start
            }
        }
        guard gazetteer.names.isGivenName(words[index].folded) else { return nil }
        if ["bernama", "namanya"].contains(words[index - 1].folded) { return index }
        guard index > 1, words[index - 1].gap.isPlain, owners.contains(words[index - 1].folded) else { return nil }
        let owned = words[index - 2].folded
        let isKin = !gazetteer.people[owned].isDisjoint(with: .anyKin)
        return isKin || ["nama", "nme"].contains(owned) ? index : nil
    }

    /// Short words are names as parts of Chinese ones, and anything else besides.
    private func isSurelyName(_ word: String) -> Bool {
        gazetteer.names.isNickname(word) || gazetteer.names.isGivenName(word) && word.utf8.count > 3
    }
}
