import Model

/// What the words before a name say of its bearer.
extension NameContext {
    func readBefore(_ mention: inout NameMention) {
        let start = mention.words.lowerBound
        var index = start - 1
        if mention.parts.count == 1, let address = address(endingAt: index), isSameSentence(index, start) {
            // `Kak Rekaan`: what she is called is the name that is known.
            mention.sex = sexOfTitle(at: index)
            mention.words = address..<mention.words.upperBound
            mention.points += 7
            index = address - 1
        }
        // A title before a comma ends another name: `Hla Rekaan Tun, Aung Contoh`.
        while index >= 0, isSameSentence(index, start), start - index < 4, isTitle(index),
            !words[index].isCapitalised || words[index + 1].gap.isDisjoint(with: .comma)
        {
            mention.points += index == start - 1 ? 2 : 0
            if !people[words[index].folded].isDisjoint(with: [.honour]) { mention.isSpeaker = true }
            mention.sex = mention.sex ?? sexOfTitle(at: index)
            index -= 1
        }
        guard index >= 0, isSameSentence(index, mention.words.lowerBound) else { return }
        if let office = office(before: index, of: mention.words.lowerBound) {
            mention.isSpeaker = true
            mention.isOfficial = isPublicFigure(at: office)
            mention.points += 2
        }
        readNeighbour(index, &mention)
        readClues(before: index, &mention)
        readSex(before: index, &mention)
        readReporter(before: index, &mention)
        if isAccused(before: index) { mention.isAccused = true }
        if isKilled(before: index) { mention.isDead = true }
        mention.occupation = mention.isSpeaker ? nil : occupation(endingNear: index)
        if mention.occupation != nil { mention.points += 1 }
    }

    /// Where the words by which neighbours and strangers call somebody begin, if they end at `index`: `mak cik`, `puan`.
    private func address(endingAt index: Int) -> Int? {
        guard index >= 0, words[index + 1].gap.subtracting(.stop).isPlain else { return nil }
        for start in [index - 1, index] where start >= 0 {
            if let match = people.words.match(words, at: start), start + match.count == index + 1,
                match.value.contains(.address)
            {
                return start
            }
        }
        return nil
    }

    /// `Seri` is one only after another: `Datuk Seri`; on its own it is a name.
    func isTitle(_ index: Int) -> Bool {
        let word = words[index].folded
        if word == "seri" || word == "sri" { return index > 0 && people[words[index - 1].folded].contains(.honour) }
        return !people[word].isDisjoint(with: [.title, .honour])
    }

    /// The word directly before the name (and its titles).
    private func readNeighbour(_ index: Int, _ mention: inout NameMention) {
        let classes = people[words[index].folded]
        let gap = words[index + 1].gap
        if gap.isPlain, index > 0, words[index].folded == "of", remains.contains(words[index - 1].folded),
            mention.parts.count > 1 || closes(mention)
        {
            // `the body of Rekaan Contoh`
            mention.isDead = true
            mention.points += 4
            return
        }
        // `bernama` names people, and is a news agency.
        let isOfSite =
            !words[index].isCapitalised && !classes.isDisjoint(with: [.body, .site]) && !classes.contains(.called)
        if gap.isPlain, belongings.contains(words[index].folded) {
            // `rumah Rekaan Contoh`, `gerai milik Rekaan`
            mention.points += 1
        } else if gap.isPlain, mention.age == nil, isOfSite || ships.contains(words[index].folded) {
            // `lombong Seri Rekaan`, `Kapal MV Rekaan`
            mention.points -= 4
        } else if gap.isPlain, explaining.contains(words[index].folded) {
            mention.points += 2
        } else if classes.contains(.late) || gap.isPlain && isLate(index) {
            mention.isDead = true
            mention.points += 4
        } else if gap.isPlain || gap.subtracting(.blank) == .quote, isNaming(endingAt: index) {
            mention.points += isOfPerson(before: index) ? 6 : isOfThing(before: index) ? 1 : 4
        } else if parentOfMany(endingAt: index) != nil || isCouple(endingAt: index) {
            mention.points += 3
        } else if isKin(at: index, gap: gap) {
            setKin(at: index, &mention)
            if gap.isPlain { mention.points += 3 }
        } else if gap.isPlain || gap.subtracting(.blank) == .comma, let kin = ownedKin(endingAt: index) {
            // `isteri saya Rekaan`: posts name their own like this, often with one word that no table knows.
            setKin(at: kin, &mention)
            mention.points += 4
        } else if gap.isPlain, index > 0, words[index - 1].folded == "yang", ranks.contains(words[index].folded) {
            // `Yang bongsu Rekaan`
            setKin(at: index, &mention)
        } else if !classes.isDisjoint(with: [.anyKin, .anyNoun, .subject]) {
            mention.points += gap.isPlain ? 3 : 2
            if isBystander(at: index) { mention.isBystander = true }
            // `kakak mangsa, Rekaan`
            if gap.contains(.comma), index > 0, !people[words[index - 1].folded].isDisjoint(with: .anyKin) {
                setKin(at: index - 1, &mention)
            }
        } else if gap.contains(.comma), let previous, previous.words.upperBound - 1 == index {
            readKinOfPrevious(previous, &mention)
        }
    }

    /// `jiran, Rekaan`, `jiran mangsa, Rekaan`, `a neighbour, Rekaan`; but `rakannya, Rekaan` was there too.
    private func isBystander(at index: Int) -> Bool {
        if bystanders.contains(words[index].folded) { return true }
        return index > 0 && words[index].gap.isPlain && bystanders.contains(words[index - 1].folded)
            && (owners.contains(words[index].folded) || ["keluarga", "arwah"].contains(words[index].folded))
    }

    /// Posts stand before names with a place, a body or a comma between: `Ketua Polis Daerah Rekaan, Superintendan Contoh`,
    /// `Pengerusi kelab pemerhati burung, Rekaan Contoh`.
    ///
    /// - Returns: where the word for the post stands.
    private func office(before index: Int, of start: Int) -> Int? {
        if words[index + 1].gap.contains(.comma), let post = post(endingAt: index) { return post }
        var position = index
        var depth = 0
        while position >= 0, index - position < 20, isSameSentence(position, start) {
            let word = words[position]
            if !people[word.folded].isDisjoint(with: [.office, .rank]),
                word.isCapitalised || lowerCaseOffices.contains(word.folded)
            {
                return position
            }
            if words[position + 1].gap.contains(.close) { depth += 1 }
            let isLinked =
                word.isCapitalised || word.isNumber || depth > 0 || links.contains(word.folded)
                || people.words.match(words, at: position)?.value.contains(.office) == true
            let isBehindName = previous.map { $0.points >= 3 && position < $0.words.upperBound } ?? false
            guard isLinked, !isBehindName else { return nil }
            if word.gap.contains(.open) { depth = max(0, depth - 1) }
            position -= 1
        }
        return nil
    }

    /// A clause of at most eight words before a comma that begins with a post in capitals.
    private func post(endingAt index: Int) -> Int? {
        var position = index
        while position > 0, index - position < 8, isSameSentence(position - 1, index), words[position].gap.isPlain {
            position -= 1
        }
        // `Ketua Polis Daerah berkata, Rekaan, 53, ke kolam itu`
        if words[position...index].contains(where: { people[$0.folded].contains(.said) }) { return nil }
        let phrase = people.words.match(words, at: position)?.value ?? []
        let isOffice = people[words[position].folded].union(phrase).contains(.office)
        return words[position].isCapitalised && isOffice ? position : nil
    }
}

/// What is somebody's, before their name.
private let belongings: Set<String> = [
    "rumah", "kediaman", "pondok", "gerai", "warung", "milik", "kepunyaan", "keluarga", "nasib", "kehidupan", "buat",
    "untuk", "bagi", "membantu",
]

/// Who knew the subject.
private let bystanders: Set<String> = [
    "rakan", "kenalan", "jiran", "saksi", "neighbour", "neighbor", "witness", "eyewitness",
]

/// Which of the children.
let ranks: Set<String> = ["sulung", "bongsu", "tua", "kecil", "kedua", "ketiga"]

/// What is left of the dead.
private let remains: Set<String> = ["body", "remains", "corpse", "skeleton"]

/// What names the one of whom the sentence speaks, or any other thing.
private let explaining: Set<String> = ["iaitu", "ialah", "adalah", "merupakan", "namely"]

/// Words between the parts of a post.
private let links: Set<String> = [
    "dan", "yang", "juga", "merangkap", "of", "the", "and", "for", "bagi", "dari", "daripada", "di", "police",
    "district", "state",
]

/// English papers write posts in lower case: `district police chief`.
private let lowerCaseOffices: Set<String> = [
    "chief", "minister", "director", "chairman", "spokesman", "spokesperson", "spokeswoman", "assemblyman",
    "assemblywoman", "president", "secretary", "commissioner", "superintendent", "lawyer", "counsel", "magistrate",
    "judge", "officer", "headman", "activist", "pengerusi", "ketua", "pengarah", "peguam", "majistret", "hakim", "adun",
]

/// What stands before the name of a ship.
private let ships: Set<String> = ["mv", "mt", "kd", "ss", "kapal", "feri", "tongkang"]

/// Whose kin it is.
let owners: Set<String> = [
    "saya", "sy", "dia", "aku", "beliau", "kami", "mereka", "dio", "kita", "diorang", "mangsa", "ambo", "kito", "akak",
]
