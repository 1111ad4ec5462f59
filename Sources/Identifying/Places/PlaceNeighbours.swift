/// What places say of each other where they stand side by side.
extension PlaceFinder {
    func readNeighbours(_ mentions: [PlaceMention]) -> [PlaceMention] {
        var found = mentions
        for index in found.indices {
            found[index].isHere = isHere(found[index])
            found[index].isOrigin = isOrigin(found[index])
            found[index].isBirthplace = isBirthplace(found[index])
            found[index].isOfCourt = isOfCourt(found[index])
            if isDestination(found[index]) { found[index].isOfJourney = true }
            guard index > 0 else { continue }
            found[index].isAroundLocality = isAround(found[index], found[index - 1])
            if found[index - 1].isOrigin, found[index - 1].words.upperBound == found[index].words.lowerBound {
                found[index].isOrigin = true
                found[index].isBirthplace = found[index - 1].isBirthplace
            }
            if isJourney(found[index - 1], found[index]) {
                found[index - 1].isOfJourney = true
                found[index].isOfJourney = true
            }
            if isWithin(found[index - 1], found[index]) {
                found[index - 1].entries = found[index - 1].entries.filter { lies($0, inAnyOf: found[index].entries) }
            }
        }
        return found
    }

    /// `di Taman Rekaan, di sini`, `in Rekaan here`, `in Rekaan near here`
    private func isHere(_ mention: PlaceMention) -> Bool {
        let words = passage.words
        let next = mention.words.upperBound
        guard next < words.count, words[next].gap.subtracting(.comma).isPlain else { return false }
        if words[next].folded == "here" { return true }
        guard next + 1 < words.count else { return false }
        return hereWords.contains([words[next].folded, words[next + 1].folded])
    }

    /// `dari Rekaan ke Contoh`, `from Rekaan to Contoh`
    private func isJourney(_ a: PlaceMention, _ b: PlaceMention) -> Bool {
        let words = passage.words
        let (first, second) = (a.words.lowerBound, b.words.lowerBound)
        guard first > 0, second - a.words.upperBound <= 3, a.sentence == b.sentence else { return false }
        return ["dari", "from"].contains(words[first - 1].folded)
            && ["ke", "to", "menuju", "towards"].contains(words[second - 1].folded)
    }

    /// `bound for Rekaan`, `menuju ke Contoh`, `on the way to Rekaan`
    private func isDestination(_ mention: PlaceMention) -> Bool {
        let before = passage.words[..<mention.words.lowerBound].suffix(2).map(\.folded)
        guard before.count == 2 else { return false }
        return before[1] == "menuju" || before == ["menuju", "ke"] || before == ["bound", "for"]
            || before == ["way", "to"]
            || before == ["heading", "to"] || before == ["headed", "to"]
    }

    /// `dari Rekaan`, `34, from Rekaan`
    private func isOrigin(_ mention: PlaceMention) -> Bool {
        mention.words.lowerBound > 0
            && ["dari", "drpd", "daripada", "asal", "from"].contains(passage.words[mention.words.lowerBound - 1].folded)
    }

    /// `fined in Rekaan`, `didakwa di Contoh`
    private func isOfCourt(_ mention: PlaceMention) -> Bool {
        let before = passage.words[..<mention.words.lowerBound].suffix(2).map(\.folded)
        return before.count == 2 && courtWords.contains(before[0]) && ["di", "in", "at"].contains(before[1])
    }

    /// `Ladang Contoh di Rekaan`, `Jalan Contoh, in Rekaan`: where the village or road before it lies.
    private func isAround(_ mention: PlaceMention, _ locality: PlaceMention) -> Bool {
        let words = passage.words
        let (start, end) = (locality.words.upperBound, mention.words.lowerBound)
        guard locality.isLocality, !mention.isLocality, !locality.isOfJourney, start + 1 == end,
            locality.sentence == mention.sentence
        else { return false }
        return ["di", "in"].contains(words[start].folded)
    }

    /// `berasal dari Rekaan`, `anak kelahiran Rekaan`, `hailed from Rekaan`, `a native of Rekaan`, `Rekaan-born`
    private func isBirthplace(_ mention: PlaceMention) -> Bool {
        let words = passage.words
        let next = mention.words.upperBound
        if next < words.count, words[next].gap == .dash, words[next].folded == "born" { return true }
        return words[..<mention.words.lowerBound].suffix(2).contains { birthWords.contains($0.folded) }
    }

    /// `Rekaan, Contoh`: the first lies in the second, where that is a district or a state; two districts are a list. A road
    /// or village lies there whatever its name (`Jalan Rekaan, Contoh`).
    private func isWithin(_ a: PlaceMention, _ b: PlaceMention) -> Bool {
        guard a.words.upperBound == b.words.lowerBound, !a.entries.isEmpty,
            passage.words[b.words.lowerBound].gap.subtracting(.blank) == .comma
        else { return false }
        let greatest = a.isLocality ? 0 : a.entries.map(\.kind.rawValue).max() ?? 0
        let least = b.entries.map(\.kind.rawValue).max() ?? 0
        return least >= PlaceTable.Entry.Kind.district.rawValue && greatest < PlaceTable.Entry.Kind.district.rawValue
    }

    private func lies(_ entry: PlaceTable.Entry, inAnyOf greater: [PlaceTable.Entry]) -> Bool {
        greater.contains {
            $0.kind == .state ? $0.state == entry.state : $0.kind == .district && $0.district == entry.district
        }
    }
}

private let hereWords: Set<[String]> = [
    ["di", "sini"], ["dekat", "sini"], ["berhampiran", "sini"], ["near", "here"],
]

private let courtWords: Set<String> = [
    "fined", "charged", "jailed", "sentenced", "court", "didenda", "didakwa", "dituduh", "dipenjara", "mahkamah",
]

private let birthWords: Set<String> = [
    "berasal", "asal", "kelahiran", "hailed", "hails", "hailing", "originally", "native", "born",
]
