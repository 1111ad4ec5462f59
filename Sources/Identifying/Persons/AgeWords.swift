import Model

/// `his thirties`, `her mid-forties`: a decade in words, behind a possessive.
func decade(_ words: [Word], at index: Int, possessive: String) -> Int? {
    guard index < words.count, ["his", "her", "their"].contains(possessive) else { return nil }
    return decades[words[index].folded]
}

/// `setahun`, `sebulan`: a number and its unit in one word.
func singleYear(_ words: [Word], at index: Int) -> Int? {
    guard index < words.count else { return nil }
    if index + 1 < words.count, words[index + 1].gap.isPlain,
        ["hingga", "sehingga", "lalu", "lepas", "sekali"].contains(words[index + 1].folded)
    {
        return nil
    }
    switch words[index].folded {
    case "setahun": return 1
    case "sebulan", "seminggu", "sehari": return 0
    default: return nil
    }
}

/// Whole years of so many months, weeks or days; nil for any other unit.
func yearsOfInfant(_ count: Int, _ unit: String) -> Int? { infantUnits[unit].map { count / $0 } }

/// `, 8 bulan,` and `(8 months)`; but not `, 8 bulan lalu`.
func infant(_ words: [Word], at index: Int, _ count: Int) -> AgeMention? {
    guard index + 1 < words.count, words[index + 1].gap.subtracting(.dash).isPlain,
        let years = yearsOfInfant(count, words[index + 1].folded), isSetOff(words, behind: index + 2)
    else { return nil }
    return AgeMention(age: Person.Age(years: years), words: index..<(index + 2), frame: .bracketed)
}

/// `(M/34)`, `(L/34)`
func isBehindSexLetter(_ words: [Word], _ index: Int) -> Bool {
    index > 0 && words[index].gap == .slash && words[index - 1].gap.contains(.open)
        && ["m", "f", "l", "p"].contains(words[index - 1].folded)
}

/// `awal 40-an`, `pertengahan 30-an` behind a name; decades of a century stand behind other words.
func vagueDecade(_ words: [Word], at index: Int) -> AgeMention? {
    guard ["awal", "pertengahan", "akhir", "lingkungan", "early", "mid", "late"].contains(words[index].folded),
        index + 2 < words.count, words[index + 1].gap.subtracting(.dash).isPlain, let years = words[index + 1].number,
        years % 10 == 0, (10...90).contains(years), words[index + 2].folded == "an", words[index + 2].gap == .dash
    else { return nil }
    // "lelaki dalam lingkungan 40-an" needs no name before it.
    let isSurelyAge = words[index].folded == "lingkungan"
    let start =
        isSurelyAge && index > 0 && words[index - 1].folded == "dalam" && words[index].gap.isPlain ? index - 1 : index
    guard isSurelyAge || words[index].gap.contains(.comma) || words[index].gap.contains(.open) else { return nil }
    return AgeMention(
        age: Person.Age(years: years, isEstimate: true), words: start..<(index + 3),
        frame: isSurelyAge ? .spoken : .worded)
}

/// How many make a year.
let infantUnits: [String: Int] = [
    "bulan": 12, "month": 12, "months": 12, "minggu": 52, "week": 52, "weeks": 52, "hari": 365, "day": 365, "days": 365,
]

let shortUnits: Set<String> = ["yo", "thn", "th", "tahun", "years", "yrs", "y"]

private let decades: [String: Int] = [
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
]
