import Model

/// What the words after a name say of its bearer.
extension NameContext {
    func readAfter(_ mention: inout NameMention) {
        let end = mention.age.map { max($0.words.upperBound, mention.words.upperBound) } ?? mention.words.upperBound
        guard end < words.count, isSameSentence(mention.words.lowerBound, end) else { return }
        if isPost(at: end) { mention.isSpeaker = true }
        if people[words[end].folded].contains(.said) {
            // What follows is told of others.
            mention.points += 2
            mention.isQuoted = true
            return
        }
        if isDescribed(from: end) { mention.points += 3 }
        readKin(after: end, &mention)
        readSex(after: end, &mention)
        if mention.occupation == nil, !mention.isSpeaker { mention.occupation = occupation(from: end) }
        if isDeed(from: end) { mention.points += words[end].folded == "who" ? 3 : 2 }
        readFate(from: end, &mention)
    }

    /// What the rest of the sentence says of the bearer: dead, accused, in what work.
    private func readFate(from end: Int, _ mention: inout NameMention) {
        var isWithOthers = false
        for index in end..<min(words.count, end + 16) where isSameSentence(end, index) {
            let word = words[index].folded
            if contrasts.contains(word) { break }
            let isKin = !people[word].isDisjoint(with: .anyKin) || companions.contains(word)
            if isKin, index > end || word.hasSuffix("nya") {
                // "Rekaan, suaminya meninggal dunia": the dead is another; "Rekaan dan isterinya, Contoh, maut": both are.
                guard isJoined(index, from: end) else { break }
                isWithOthers = true
            } else if isWithOthers, !isListWord(index) {
                if people.tellsOfDeath(words, at: index) { mention.isDead = true }
                break
            }
            guard isWithOthers || index - end < 12 else { break }
            if people.tellsOfDeath(words, at: index) { mention.isDead = true }
            if carerWords.contains(word) { mention.isCarer = true }
            if isAccusing(index), index - end < 10, isCharge(index), !mention.isAccused {
                mention.isAccused = true
                mention.points += 1
            }
            if word == "sebagai" || word == "as", mention.occupation == nil {
                mention.occupation = occupation(after: index)
            }
        }
    }

    private func isAccusing(_ index: Int) -> Bool {
        people[words[index].folded].contains(.accused) || heldWords.contains(words[index].folded)
    }

    /// `dan isterinya`, `serta dua anak mereka`: the kin share what is told, if nothing but names, ages and kin stand before.
    private func isJoined(_ index: Int, from end: Int) -> Bool {
        var before = index - 1
        while before > end,
            smallNumber(words, at: before) != nil || ["seorang", "his", "her", "their"].contains(words[before].folded)
        {
            before -= 1
        }
        return before >= end && joiningWords.contains(words[before].folded)
            && (end...before).allSatisfy { isListWord($0) || !people[words[$0].folded].isDisjoint(with: .anyKin) }
    }

    /// What stands in a list of people who share one fate.
    private func isListWord(_ index: Int) -> Bool {
        words[index].isCapitalised || words[index].isNumber || joiningWords.contains(words[index].folded)
            || isTitle(index) || isParticleOfList(words[index].folded)
    }

    private func isParticleOfList(_ word: String) -> Bool {
        sharedWords.contains(word) || nameParticles.contains(word)
    }

    /// `Rekaan kini terlantar`, `Rekaan, who has been bedridden`: what only people do or suffer, after at most three small words.
    func isDeed(from end: Int) -> Bool {
        for index in end..<min(words.count, end + 4) where isSameSentence(end, index) {
            let word = words[index]
            if word.folded == "who", index == end { return true }
            guard index == end || word.gap.isPlain else { return false }
            if !people[word.folded].isDisjoint(with: [.deed, .dead]) { return true }
            guard smallWords.contains(word.folded) else { return false }
        }
        return false
    }

    /// `Rekaan, a Nepali of 41`, `Rekaan, seorang tukang kebun`
    private func isDescribed(from end: Int) -> Bool {
        guard words[end].gap.contains(.comma), ["a", "an", "seorang"].contains(words[end].folded) else { return false }
        return (end + 1..<min(words.count, end + 5)).contains {
            words[$0].gap.subtracting(.dash).isPlain && isPersonWord(at: $0)
        }
    }

    /// `Rekaan, the district police chief,`: the post stands behind the name.
    private func isPost(at end: Int) -> Bool {
        guard words[end].gap.contains(.comma) else { return false }
        for index in end..<min(words.count, end + 5) where isSameSentence(end, index) {
            guard index == end || words[index].gap.isPlain else { return false }
            let classes = people[words[index].folded]
            if !classes.isDisjoint(with: [.office, .rank]) { return true }
            // `Rekaan, 54, died there of head injuries`
            if !classes.isDisjoint(with: [.deed, .dead]) { return false }
        }
        return false
    }
}

/// What somebody does who cares for the subject.
private let carerWords: Set<String> = ["menjaga", "menjaganya", "penjaga", "caregiver", "carer", "caring"]

/// After one of these the text tells of somebody else.
private let contrasts: Set<String> = ["manakala", "while", "whereas", "sementara"]

/// Those who were with the bearer.
private let companions: Set<String> = ["rakannya", "kawannya", "temannya", "jirannya", "sahabatnya"]

private let joiningWords: Set<String> = ["dan", "serta", "and"]

private let sharedWords: Set<String> = [
    "mereka", "berusia", "berumur", "tahun", "bulan", "masing", "kedua", "duanya", "both", "aged", "seorang", "lagi",
    "sulung",
    "bongsu", "disahkan", "telah", "turut", "were", "was", "juga", "their", "his", "her", "bayi", "lelaki", "perempuan",
    "two",
]

/// What may stand between a name and what its bearer does.
private let smallWords: Set<String> = [
    "kini", "telah", "sudah", "masih", "juga", "turut", "yang", "pula", "itu", "terpaksa", "tidak", "hanya", "pernah",
    "sempat", "mula", "dah", "tak", "baru", "pun", "sedang", "dipercayai", "who", "is", "was", "has", "had", "have",
    "been", "now", "not", "also", "still", "never", "only", "were",
]
