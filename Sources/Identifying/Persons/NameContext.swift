import Model

/// Reads what the words around a name say of its bearer, and how sure it is that it is a name.
///
/// Points: 6 an age, 4 `dikenali sebagai`, `arwah`; 3 kin, `bin` or `a/l`, all words usual in names; 2 a title, `mangsa`, most
/// words usual; 1 some word usual, `berkata`, an alias. What stands in quotation marks loses 3: shops have names too.
struct NameContext {
    let finder: NameFinder
    /// The name before this one, for `adik arwah Rekaan, Contoh, 50`.
    let previous: NameMention?

    private var words: [Word] { finder.passage.words }
    private var people: PeopleTable { finder.gazetteer.people }

    func read(into mention: inout NameMention) {
        mention.points = usualPoints(mention)
        readAge(&mention)
        readBefore(&mention)
        readAfter(&mention)
        let first = words[mention.words.lowerBound]
        if first.gap.contains(.quote), mention.words.upperBound < words.count,
            words[mention.words.upperBound].gap.contains(.quote)
        {
            mention.points -= 3
        }
    }

    private func usualPoints(_ mention: NameMention) -> Int {
        let names = finder.gazetteer.names
        let usual = mention.parts.filter { names.isUsual($0) || $0.utf8.count == 1 }.count
        var points = 0
        if mention.parts.count == 1 {
            points = names.isGivenName(mention.parts[0]) ? 1 : 0
        } else if usual == mention.parts.count {
            points = 3
        } else if usual * 2 >= mention.parts.count {
            points = 2
        } else if usual > 0 {
            points = 1
        }
        if mention.words.contains(where: { finder.isParticle(at: $0) }) { points += 3 }
        if mention.words.dropFirst().contains(where: { words[$0].gap.contains(.at) }) { points += 1 }
        return points
    }

    // MARK: Age

    private func readAge(_ mention: inout NameMention) {
        let end = mention.words.upperBound
        guard let age = age(after: end) ?? age(before: mention.words.lowerBound) else { return }
        mention.age = age
        mention.points += 6
    }

    /// `Rekaan Contoh, 34`, `(34)`, `34 tahun`, `yang berusia 34 tahun`.
    private func age(after end: Int) -> AgeMention? {
        if let number = words.indices.contains(end) ? words[end].number : nil, (1...oldestAge).contains(number),
            end + 1 < words.count, words[end + 1].folded == "tahun", words[end].gap.subtracting(.comma).isPlain
        {
            return AgeMention(age: Person.Age(years: number), words: end..<(end + 2), frame: .spoken)
        }
        guard let age = firstAge(from: end) else { return nil }
        switch age.frame {
        case .bracketed: return age.words.lowerBound == end ? age : nil
        case .spoken:
            let between = words[end..<age.words.lowerBound]
            guard between.count <= 2, between.allSatisfy({ !$0.isCapitalised }),
                isSameSentence(end - 1, age.words.lowerBound),
                between.allSatisfy({ ["yang", "kini", "pula", "who", "is", "was", "telah"].contains($0.folded) })
            else { return nil }
            return age
        case .preceding, .attached: return nil
        }
    }

    /// `the 34-year-old lorry driver Rekaan Contoh`
    private func age(before start: Int) -> AgeMention? {
        guard let age = lastAge(endingBefore: start), age.frame == .preceding, start - age.words.upperBound <= 4,
            isSameSentence(age.words.lowerBound, start),
            words[age.words.upperBound..<start].allSatisfy({ $0.gap.subtracting(.dash).isPlain })
        else { return nil }
        return age
    }

    private func firstAge(from index: Int) -> AgeMention? {
        let ages = finder.ages
        var (low, high) = (0, ages.count)
        while low < high {
            let middle = (low + high) / 2
            if ages[middle].words.lowerBound < index { low = middle + 1 } else { high = middle }
        }
        return low < ages.count ? ages[low] : nil
    }

    private func lastAge(endingBefore index: Int) -> AgeMention? {
        let ages = finder.ages
        var (low, high) = (0, ages.count)
        while low < high {
            let middle = (low + high) / 2
            if ages[middle].words.upperBound <= index { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? ages[low - 1] : nil
    }

    private func isSameSentence(_ a: Int, _ b: Int) -> Bool {
        words.indices.contains(b) && finder.passage.sentence(of: a) == finder.passage.sentence(of: b)
    }

    // MARK: Before

    private func readBefore(_ mention: inout NameMention) {
        var index = mention.words.lowerBound - 1
        let start = index
        if index >= 0, mention.parts.count == 1, isFamiliar(index), isSameSentence(index, mention.words.lowerBound) {
            // `Kak Rekaan`: what she is called is the name that is known.
            mention.words = index..<mention.words.upperBound
            mention.points += 7
            index -= 1
        }
        while index >= 0, isSameSentence(index, mention.words.lowerBound), start - index < 3,
            isTitle(index)
        {
            mention.points += index == start ? 2 : 0
            if !people[words[index].folded].isDisjoint(with: [.honour]) { mention.isSpeaker = true }
            index -= 1
        }
        guard index >= 0, isSameSentence(index, mention.words.lowerBound) else { return }
        if isAfterOffice(index, of: mention.words.lowerBound) {
            mention.isSpeaker = true
            mention.points += 2
        }
        readNeighbour(index, &mention)
        mention.occupation = mention.isSpeaker ? nil : occupation(endingNear: index)
        if mention.occupation != nil { mention.points += 1 }
    }

    private func isFamiliar(_ index: Int) -> Bool {
        familiarTitles.contains(words[index].folded) && words[index + 1].gap.isPlain
    }

    /// `Seri` is one only after another: `Datuk Seri`; on its own it is a name.
    private func isTitle(_ index: Int) -> Bool {
        let word = words[index].folded
        if word == "seri" || word == "sri" { return index > 0 && people[words[index - 1].folded].contains(.honour) }
        return !people[word].isDisjoint(with: [.title, .honour])
    }

    /// The word directly before the name (and its titles).
    private func readNeighbour(_ index: Int, _ mention: inout NameMention) {
        let classes = people[words[index].folded]
        let gap = words[index + 1].gap
        let isOfSite = !words[index].isCapitalised && !classes.isDisjoint(with: [.body, .site])
        if gap.isPlain, isOfSite || ships.contains(words[index].folded) {
            // `lombong Seri Rekaan`, `Kapal MV Rekaan`
            mention.points -= 4
        } else if classes.contains(.late) {
            mention.isDead = true
            mention.points += 4
        } else if classes.contains(.called) {
            mention.points += 4
        } else if isKin(at: index, gap: gap) {
            setKin(at: index, &mention)
        } else if gap.isPlain, index > 0, owners.contains(words[index].folded), words[index].gap.isPlain,
            !people[words[index - 1].folded].isDisjoint(with: .anyKin)
        {
            // `isteri saya Rekaan`: posts name their own like this, often with one word that no table knows.
            setKin(at: index - 1, &mention)
            mention.points += 4
        } else if !classes.isDisjoint(with: [.anyKin, .anyNoun, .subject]) {
            mention.points += 2
            if ["rakan", "kenalan", "jiran", "saksi"].contains(words[index].folded) { mention.isBystander = true }
            // `kakak mangsa, Rekaan`
            if gap.contains(.comma), index > 0, !people[words[index - 1].folded].isDisjoint(with: .anyKin) {
                setKin(at: index - 1, &mention)
            }
        } else if gap.contains(.comma), let previous, previous.words.upperBound - 1 == index {
            readKinOfPrevious(previous, &mention)
        }
        if (max(0, index - 4)...index).contains(where: {
            people[words[$0].folded].contains(.accused) && isSameSentence($0, index)
        }) {
            mention.isAccused = true
        }
    }

    /// `isterinya Rekaan`, `suami, Rekaan`, `her husband, Rekaan`; but `isteri Rekaan` is somebody else.
    private func isKin(at index: Int, gap: Word.Gap) -> Bool {
        let word = words[index].folded
        guard !people[word].isDisjoint(with: .anyKin) else { return false }
        if word.hasSuffix("nya") || gap.contains(.comma) { return true }
        return index > 0 && ["his", "her", "their", "my"].contains(words[index - 1].folded)
    }

    private func setKin(at index: Int, _ mention: inout NameMention) {
        let word = words[index].folded
        mention.kin = people[word].intersection(.anyKin)
        mention.relation = word.hasSuffix("nya") && word.utf8.count > 5 ? String(word.dropLast(3)) : word
        mention.points += 3
    }

    /// `Adik arwah Rekaan, Contoh, 50`: the second is the kin of the first.
    private func readKinOfPrevious(_ previous: NameMention, _ mention: inout NameMention) {
        var index = previous.words.lowerBound - 1
        while index > 0, isTitle(index) || people[words[index].folded].contains(.late) { index -= 1 }
        guard index >= 0, isSameSentence(index, mention.words.lowerBound),
            !people[words[index].folded].isDisjoint(with: .anyKin), previous.relation == nil
        else { return }
        setKin(at: index, &mention)
    }

    /// Posts stand before names with a place, a body or a comma between: `Ketua Polis Daerah Rekaan, Superintendan Contoh`.
    private func isAfterOffice(_ index: Int, of start: Int) -> Bool {
        var position = index
        var depth = 0
        while position >= 0, index - position < 20, isSameSentence(position, start) {
            let word = words[position]
            if !people[word.folded].isDisjoint(with: [.office, .rank]),
                word.isCapitalised || lowerCaseOffices.contains(word.folded)
            {
                return true
            }
            if words[position + 1].gap.contains(.close) { depth += 1 }
            let isLinked =
                word.isCapitalised || word.isNumber || depth > 0 || links.contains(word.folded)
                || people.words.match(words, at: position)?.value.contains(.office) == true
            let isBehindName = previous.map { $0.points >= 3 && position < $0.words.upperBound } ?? false
            guard isLinked, !isBehindName else { return false }
            if word.gap.contains(.open) { depth = max(0, depth - 1) }
            position -= 1
        }
        return false
    }

    /// The occupation that ends at most six words before the name.
    private func occupation(endingNear index: Int) -> String? {
        var position = max(0, index - 6)
        var best: String?
        while position <= index {
            if isSameSentence(position, index), let match = finder.gazetteer.jobs.words.match(words, at: position) {
                best = finder.passage.text(of: position..<(position + match.count)).lowercased()
                position += match.count
            } else {
                position += 1
            }
        }
        return best
    }

    // MARK: After

    private func readAfter(_ mention: inout NameMention) {
        let end = mention.age.map { max($0.words.upperBound, mention.words.upperBound) } ?? mention.words.upperBound
        guard end < words.count, isSameSentence(mention.words.lowerBound, end) else { return }
        if people[words[end].folded].contains(.said) {
            // What follows is told of others.
            mention.points += 1
            return
        }
        for index in end..<min(words.count, end + 12) where isSameSentence(end, index) {
            let classes = people[words[index].folded]
            // "Rekaan, suaminya meninggal dunia": the dead is another.
            if !classes.isDisjoint(with: .anyKin), index > end || words[index].folded.hasSuffix("nya") { break }
            if classes.contains(.dead) { mention.isDead = true }
            if carerWords.contains(words[index].folded) { mention.isCarer = true }
            if classes.contains(.accused), index - end < 10, isCharge(index) { mention.isAccused = true }
            if words[index].folded == "sebagai" || words[index].folded == "as", mention.occupation == nil {
                mention.occupation = occupation(after: index)
            }
        }
    }

    /// `didakwa` is both charged and alleged, `mengaku` both pleads and admits; of a crime where a court stands in the sentence.
    private func isCharge(_ index: Int) -> Bool {
        guard ["didakwa", "mengaku"].contains(words[index].folded) else { return true }
        let nearby = max(0, index - 20)..<min(words.count, index + 20)
        return nearby.contains {
            isSameSentence(index, $0)
                && ["mahkamah", "pertuduhan", "bersalah", "salah", "court"].contains(words[$0].folded)
        }
    }

    private func occupation(after index: Int) -> String? {
        for position in (index + 1)..<min(words.count, index + 3) {
            if let match = finder.gazetteer.jobs.words.match(words, at: position) {
                return finder.passage.text(of: position..<(position + match.count)).lowercased()
            }
        }
        return nil
    }
}

/// Words between the parts of a post.
private let links: Set<String> = [
    "dan", "yang", "juga", "merangkap", "of", "the", "and", "for", "bagi", "dari", "daripada", "di", "police",
    "district",
    "state",
]

/// English papers write posts in lower case: `district police chief`.
private let lowerCaseOffices: Set<String> = [
    "chief", "minister", "director", "chairman", "spokesman", "assemblyman", "president", "secretary", "commissioner",
    "superintendent", "pengerusi", "ketua", "pengarah",
]

/// How neighbours call each other; with one name after it, it belongs to the name.
private let familiarTitles: Set<String> = [
    "kak", "abang", "abg", "pakcik", "makcik", "pokcik", "mokcik", "wak", "mek", "uncle", "aunty", "auntie", "opah",
    "indai",
    "apai", "moksu", "paksu", "makteh", "pakteh", "mak", "pak", "nek",
]

/// What stands before the name of a ship.
private let ships: Set<String> = ["mv", "mt", "kd", "ss", "kapal", "feri", "tongkang"]

/// Whose kin it is.
private let owners: Set<String> = ["saya", "dia", "aku", "beliau", "kami", "mereka", "dio", "kita", "diorang"]

/// What somebody does who cares for the subject.
private let carerWords: Set<String> = ["menjaga", "menjaganya", "penjaga", "caregiver", "carer", "caring"]
