/// What a passage says of victims, beyond the words themselves.
struct VictimReading {
    let passage: Passage
    let people: PeopleTable

    var words: [Word] { passage.words }

    // MARK: Abuse

    /// Whether a word of abuse at `range` is said of somebody: not of a campaign against it (`Program kesedaran penderaan`),
    /// not denied (`tidak benar dia diculik`), and no figure of speech (`tortured by pain`).
    func isSaidOfVictim(_ range: Range<Int>) -> Bool {
        guard words[range.lowerBound].gap.isDisjoint(with: .dash) else { return false }
        return !isOfCampaign(range) && !isDenied(range.lowerBound) && !isFigure(range)
    }

    /// A word such as `kempen` up to three words before, or `awareness` directly behind, and nobody between them.
    private func isOfCampaign(_ range: Range<Int>) -> Bool {
        if range.upperBound < words.count, words[range.upperBound].gap.isPlain,
            campaigns.contains(words[range.upperBound].folded)
        {
            return true
        }
        for index in before(range.lowerBound, 4).reversed() {
            guard words[index + 1].gap.isPlain, !isSomebody(index) else { return false }
            if campaigns.contains(words[index].folded) { return true }
        }
        return false
    }

    /// `tidak didera`, `tidak benar dia diculik`. `Bukan sahaja dirogol` denies nothing, and `tidak didera lagi` tells what was.
    private func isDenied(_ start: Int) -> Bool {
        guard start + 1 >= words.count || words[start + 1].folded != "lagi" else { return false }
        let earlier = before(start, 5)
        for index in earlier.reversed() {
            let word = words[index].folded
            if negations.contains(word) {
                let next = index + 1 < start ? words[index + 1].folded : ""
                return index + 1 == start || ["benar", "true"].contains(next)
                    || words[(index + 1)..<start].allSatisfy { small.contains($0.folded) }
            }
            guard small.contains(word) || passing.contains(word) || isSomebody(index) else {
                return false
            }
        }
        return false
    }

    private func isFigure(_ range: Range<Int>) -> Bool {
        let first = words[range.lowerBound].folded
        let next = words[range.upperBound..<min(words.count, range.upperBound + 5)].lazy.map(\.folded)
        if first == "tortured" || first == "torture" {
            let previous = range.lowerBound > 0 ? words[range.lowerBound - 1].folded : ""
            return next.contains { feelings.contains($0) } || first == "torture" && likenesses.contains(previous)
        }
        return first == "suicide"
            && (next.first.map { ["bomber", "bombers", "bombing", "attack"].contains($0) } ?? false)
    }

    // MARK: Violence

    /// Whether somebody in the passage was attacked, robbed or cheated and lives.
    ///
    /// - Parameter isDeadly: the story tells of a death; then a clause must say itself that its victim lives.
    func tellsOfSurvivor(where isDeadly: Bool) -> Bool {
        for index in words.indices {
            guard let phrase = people.words.match(words, at: index) else { continue }
            let range = index..<(index + phrase.count)
            if phrase.value.contains(.cheated), isFraud(range), !isDenied(index), !isOfCampaign(range) { return true }
            guard phrase.value.contains(.assaulted), !isDenied(index), !isOfCampaign(range), !isOfNature(range)
            else { continue }
            let clause = clause(around: index)
            guard !clause.contains(where: isDeath) else { continue }
            if !isDeadly || clause.contains(where: { survivals.contains(words[$0].folded) }) { return true }
        }
        return false
    }

    func tellsOfDeath(within limit: Int) -> Bool { words.indices.prefix(limit).contains(where: isDeath) }

    private func isDeath(_ index: Int) -> Bool {
        let word = words[index].folded
        guard !people[word].isDisjoint(with: [.dead, .late]) || murders.contains(word) else { return false }
        // `cubaan bunuh`, `attempted murder`, `nyaris maut`
        return index == 0 || !attempts.contains(words[index - 1].folded)
    }

    /// `dipukul ombak`, `diragut maut`, `slashed by half`
    private func isOfNature(_ range: Range<Int>) -> Bool {
        guard range.upperBound < words.count else { return false }
        let next = words[range.upperBound]
        return forces.contains(next.folded) || next.isNumber && words[range.upperBound - 1].folded == "by"
    }

    /// `orang ramai tertipu` tells of nobody, and who is cheated of wages has a claim: money or those who are after it must
    /// stand in the sentence, and no employer directly behind.
    private func isFraud(_ range: Range<Int>) -> Bool {
        let next = words[range.upperBound..<min(words.count, range.upperBound + 3)]
        return !next.contains { employers.contains($0.folded) }
            && sentence(around: range.lowerBound).contains {
                losses.contains(words[$0].folded) || words[$0].folded.hasPrefix("rm")
            }
    }

    // MARK: Around

    /// The words of the same sentence before `index`, at most `count`.
    private func before(_ index: Int, _ count: Int) -> Range<Int> {
        var first = index
        while first > 0, index - first < count, words[first - 1].sentence == words[index].sentence { first -= 1 }
        return first..<index
    }

    /// At most twenty words of the same sentence on either side.
    private func sentence(around index: Int) -> Range<Int> {
        var end = index
        while end < words.count, end - index < 20, words[end].sentence == words[index].sentence { end += 1 }
        return before(index, 20).lowerBound..<end
    }

    /// Between the commas around `index` in its sentence, and words such as `manakala`.
    private func clause(around index: Int) -> Range<Int> {
        let sentence = sentence(around: index)
        var (first, end) = (index, index + 1)
        while first > sentence.lowerBound, words[first].gap.isDisjoint(with: [.comma, .semicolon]),
            !parting.contains(words[first].folded)
        {
            first -= 1
        }
        while end < sentence.upperBound, words[end].gap.isDisjoint(with: [.comma, .semicolon]),
            !parting.contains(words[end].folded)
        {
            end += 1
        }
        return first..<end
    }

    private func isSomebody(_ index: Int) -> Bool {
        let word = words[index].folded
        return somebodyWords.contains(word) || !people[word].isDisjoint(with: [.anyKin, .anyNoun])
    }
}

private let somebodyWords: Set<String> = [
    "dia", "beliau", "saya", "mereka", "kami", "he", "she", "they", "i", "him", "her",
]

private let campaigns: Set<String> = [
    "program", "programme", "kempen", "kesedaran", "ceramah", "seminar", "taklimat", "bengkel", "forum", "anti", "isu",
    "pencegahan", "mencegah", "cegah", "membanteras", "banteras", "memerangi", "awareness", "campaign", "campaigns",
    "talk",
    "prevention", "prevent", "workshop", "webinar", "akta", "act", "bill", "undang-undang", "statistik", "statistics",
]

private let negations: Set<String> = ["tidak", "tak", "bukan", "belum", "not", "never", "wasn't", "weren't", "isn't"]

private let small: Set<String> = ["pernah", "being", "been", "kerana", "akibat", "dia", "beliau", "because", "mereka"]

private let passing: Set<String> = [
    "was", "were", "is", "had", "has", "telah", "sudah", "that", "bahawa", "benar", "true",
]

private let feelings: Set<String> = [
    "pain", "pains", "guilt", "grief", "memories", "thoughts", "regret", "illness", "disease", "doubt", "debt", "debts",
    "loneliness", "cough", "itch", "itching", "heat", "hunger", "arthritis", "toothache", "headaches",
]

private let likenesses: Set<String> = ["is", "was", "like", "pure", "sheer", "such", "absolute", "mental", "emotional"]

private let parting: Set<String> = ["manakala", "sementara", "tetapi", "while", "but", "whereas"]

private let survivals: Set<String> = [
    "parah", "cedera", "kritikal", "luka", "dirawat", "terselamat", "selamat", "koma", "lumpuh", "jahitan", "injured",
    "wounded", "critical", "survived", "survives", "hospitalised", "treated", "stitches", "coma", "paralysed",
    "injuries",
]

private let murders: Set<String> = [
    "bunuh", "membunuh", "pembunuhan", "pembunuh", "murder", "murdered", "murdering", "death", "homicide", "killing",
]

private let attempts: Set<String> = [
    "cuba", "cubaan", "percubaan", "attempted", "nyaris", "hampir", "near", "nearly", "almost",
]

/// What beats and takes, and is nobody.
private let forces: Set<String> = [
    "ombak", "gelombang", "ribut", "badai", "angin", "arus", "maut", "nyawa", "banjir", "tebuan", "lebah", "gajah",
    "harimau",
    "babi", "anjing", "buaya", "kerbau", "lembu", "waves", "wasps", "half", "bees", "elephant", "dogs", "strok",
    "stroke",
]

private let employers: Set<String> = [
    "majikan", "ejen", "agen", "kontraktor", "syarikat", "employer", "employers", "agent", "agents", "contractor",
]

private let losses: Set<String> = [
    "rugi", "kerugian", "simpanan", "wang", "duit", "sindiket", "scammer", "scam", "scams", "pelaburan", "akaun",
    "pencen",
    "penipuan", "scammed", "scammers", "syndicate", "money", "savings", "investment", "bank", "pinjaman", "loan",
    "lost",
    "loses", "mangsa", "victim", "caruman", "kwsp", "epf", "hutang", "pension",
]
