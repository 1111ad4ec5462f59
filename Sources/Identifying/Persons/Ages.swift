import Model

/// An age that a passage gives, and the words that give it.
struct AgeMention {
    var age: Person.Age
    var words: Range<Int>
    /// How it is written, which tells where its person stands.
    var frame: Frame

    enum Frame {
        /// `berusia 34 tahun`, `aged 54`: the person stands before.
        case spoken
        /// `, 34,` and `(34)`: the person stands directly before.
        case bracketed
        /// `34-year-old`: the person stands after.
        case preceding
        /// `wanita 32 tahun`, `a woman of 71`: a noun for the person stands directly before, or it is no age.
        case attached
        /// `, seven,`: a name or a word for kin stands directly before, or it is a count.
        case worded
        /// `, both 32,`: it is the age of each of those who stand before.
        case shared
    }
}

/// The oldest age that is believed; a greater number is something else.
let oldestAge = 115

/// The ages of a passage in their order. A number between commas is only a candidate: its person decides.
func ages(in passage: Passage) -> [AgeMention] {
    let words = passage.words
    var found: [AgeMention] = []
    var index = 0
    while index < words.count {
        if let mention = preceding(words, at: index) ?? spoken(words, at: index)
            ?? bracketed(words, at: index) ?? attached(words, at: index) ?? abrupt(words, at: index)
        {
            found.append(mention)
            // "usia 7 dan 14": the next one has no word of its own.
            if mention.frame == .spoken, let next = following(mention, in: words) { found.append(next) }
            index = max(index + 1, found.last?.words.upperBound ?? 0)
        } else {
            index += 1
        }
    }
    return found
}

/// `berusia [dalam lingkungan] 34 tahun`, `aged 54`, `in his 50s`.
private func spoken(_ words: [Word], at index: Int) -> AgeMention? {
    guard ageWords.contains(words[index].folded) else { return reached(words, at: index) }
    var position = index + 1
    var isEstimate = false
    while position < words.count, position - index <= 4, words[position].gap.subtracting(.dash).isPlain,
        let estimate = hedges[words[position].folded]
    {
        isEstimate = isEstimate || estimate
        position += 1
    }
    if let decade = decade(words, at: position, possessive: words[index].folded) {
        return AgeMention(
            age: Person.Age(years: decade, isEstimate: true), words: index..<(position + 1), frame: .spoken)
    }
    if let years = singleYear(words, at: position) {
        return AgeMention(age: Person.Age(years: years), words: index..<(position + 1), frame: .spoken)
    }
    guard position < words.count, !words[position].gap.contains(.stop), let number = smallNumber(words, at: position),
        number.value <= oldestAge
    else { return nil }
    var end = position + number.count
    if isDecade(words, after: end) || words[position].folded.hasSuffix("s") {
        return AgeMention(
            age: Person.Age(years: number.value, isEstimate: true), words: index..<(end + 1), frame: .spoken)
    }
    // "in his 50s" is an age, "his two sons" is none.
    if ["his", "her", "their"].contains(words[index].folded) { return nil }
    guard let unit = end < words.count ? words[end].folded : nil, words[end].gap.subtracting(.dash).isPlain else {
        return AgeMention(
            age: Person.Age(years: number.value, isEstimate: isEstimate), words: index..<end, frame: .spoken)
    }
    if let years = yearsOfInfant(number.value, unit) {
        return AgeMention(age: Person.Age(years: years), words: index..<(end + 1), frame: .spoken)
    }
    if ["ke", "and", "dan", "or"].contains(unit), end + 1 < words.count, limits.contains(words[end + 1].folded) {
        return nil
    }
    if unit == "tahun" || unit == "years" || unit == "year" {
        end += 1
        if end + 1 < words.count, words[end].gap.isPlain, ["ke", "dan", "and", "or"].contains(words[end].folded),
            limits.contains(words[end + 1].folded)
        {
            return nil
        }
    }
    // "berusia lima hingga 12 tahun": a range over several children, nobody's age.
    if ["hingga", "sehingga", "to", "until"].contains(unit) { return nil }
    return AgeMention(age: Person.Age(years: number.value, isEstimate: isEstimate), words: index..<end, frame: .spoken)
}

/// `baru mencecah 13 tahun`, `turned 60`, `died at 52`, `he is 53.`, `sy 29,`
private func reached(_ words: [Word], at index: Int) -> AgeMention? {
    guard index + 1 < words.count, words[index + 1].gap.isPlain, let years = words[index + 1].number,
        (1...oldestAge).contains(years)
    else { return nil }
    let end = index + 2
    let unit = end < words.count && words[end].gap.isPlain ? words[end].folded : ""
    switch words[index].folded {
    case "mencecah", "menginjak", "menjangkau", "genap":
        guard unit == "tahun" else { return nil }
    case "is", "was":
        guard index > 0, ["he", "she"].contains(words[index - 1].folded),
            unit.isEmpty || afterStatedAge.contains(unit), !(end + 1 < words.count && words[end + 1].isNumber)
        else { return nil }
    case "saya", "sy", "aku":
        guard years >= 16, unit.isEmpty || ["tahun", "thn"].contains(unit) else { return nil }
        return AgeMention(age: Person.Age(years: years), words: (index + 1)..<end, frame: .spoken)
    case "turned", "turning":
        guard unit.isEmpty || ["this", "last", "in", "on"].contains(unit) else { return nil }
    case "at":
        guard index > 0, years >= 16, unit.isEmpty, atAgeVerbs.contains(words[index - 1].folded) else { return nil }
    default: return nil
    }
    return AgeMention(
        age: Person.Age(years: years), words: index..<(unit == "tahun" ? end + 1 : end), frame: .spoken)
}

/// What happens at an age.
private let atAgeVerbs: Set<String> = [
    "died", "dies", "dead", "away", "retrenched", "widowed", "orphaned", "jobless", "dismissed", "paralysed", "retired",
    "bedridden", "unemployed",
]

private func following(_ mention: AgeMention, in words: [Word]) -> AgeMention? {
    let and = mention.words.upperBound
    guard and + 1 < words.count, ["dan", "and", "serta"].contains(words[and].folded), words[and].gap.isPlain,
        let next = smallNumber(words, at: and + 1), next.value <= oldestAge
    else { return nil }
    let end = and + 1 + next.count
    let unit = end < words.count ? words[end].folded : "tahun"
    guard unit == "tahun" || unit == "years" || words[end].gap.contains(.comma) || !mention.age.isEstimate else {
        return nil
    }
    return AgeMention(age: Person.Age(years: next.value), words: (and + 1)..<end, frame: .spoken)
}

/// `34-year-old`, `34 years old`, `34 tahun` is left to the name's own rule.
private func preceding(_ words: [Word], at index: Int) -> AgeMention? {
    guard let number = smallNumber(words, at: index), number.value <= oldestAge else { return nil }
    let unit = index + number.count
    guard unit + 1 < words.count, ["year", "years", "month", "months"].contains(words[unit].folded),
        words[unit + 1].folded == "old", words[unit].gap.subtracting(.dash).isPlain
    else { return nil }
    let years = words[unit].folded.hasPrefix("month") ? number.value / 12 : number.value
    return AgeMention(
        age: Person.Age(years: years), words: index..<(unit + 2),
        frame: words[unit].gap.contains(.dash) || words[unit].folded == "year" ? .preceding : .spoken)
}

/// `, 34,` or `(34)`: a comma or bracket before, and after it no word that makes it a date or a count.
private func bracketed(_ words: [Word], at index: Int) -> AgeMention? {
    let word = words[index]
    guard let years = word.number, index > 0, (1...oldestAge).contains(years),
        word.gap.contains(.comma) || word.gap.contains(.open) || isBehindSexLetter(words, index)
    else { return nil }
    if index + 1 < words.count {
        let next = words[index + 1]
        if let infant = infant(words, at: index, years) { return infant }
        // "(34yo)", "(34 thn)"
        if word.gap.contains(.open), shortUnits.contains(next.folded), next.gap.isPlain,
            index + 2 == words.count || words[index + 2].gap.contains(.close)
        {
            return AgeMention(age: Person.Age(years: years), words: index..<(index + 2), frame: .bracketed)
        }
        // "(54)", "(54, a widow)"
        if word.gap.contains(.open), next.gap.intersection([.close, .comma]).isEmpty { return nil }
        if next.gap.subtracting(.dash).isPlain, notAfterAge.contains(next.folded) || next.isNumber { return nil }
        if infantUnits[next.folded] != nil, next.gap.subtracting(.dash).isPlain { return nil }
        if next.gap.contains(.slash) || next.gap.contains(.colon) || next.gap == .stop { return nil }
        if next.folded == "an", next.gap.contains(.dash) {
            return AgeMention(
                age: Person.Age(years: years, isEstimate: true), words: index..<(index + 2), frame: .bracketed)
        }
    }
    let start = isBehindSexLetter(words, index) ? index - 1 : index
    return AgeMention(age: Person.Age(years: years), words: start..<(index + 1), frame: .bracketed)
}

/// `wanita 32 tahun`, `a woman of 71`; but not `penjara 6 tahun`, `mother of two`, `5 tahun lalu`.
private func attached(_ words: [Word], at index: Int) -> AgeMention? {
    let isOf = words[index].folded == "of"
    let position = isOf ? index + 1 : index
    guard index > 0, words[index].gap.isPlain, position < words.count,
        let years = words[position].number ?? (isOf ? smallNumber(words, at: position)?.value : nil)
    else { return nil }
    // "a mother of two" has two children, "a boy of nine" nine years.
    let least = isOf && !childNouns.contains(words[index - 1].folded) ? 13 : 1
    guard (least...oldestAge).contains(years) else { return nil }
    let next = position + 1 < words.count ? words[position + 1] : nil
    if isOf, years < 13, let next, next.gap.isPlain, !afterChild.contains(next.folded) { return nil }
    if isOf {
        if let next, next.gap.isPlain, countedThings.contains(next.folded) || next.isNumber { return nil }
        return AgeMention(age: Person.Age(years: years), words: index..<(position + 1), frame: .attached)
    }
    guard let next, next.folded == "tahun", next.gap.isPlain else { return nil }
    if position + 2 < words.count, words[position + 2].gap.isPlain,
        ["lalu", "lepas", "kemudian", "lamanya", "dulu", "dahulu", "penjara", "ke"].contains(words[position + 2].folded)
    {
        return nil
    }
    return AgeMention(age: Person.Age(years: years), words: index..<(position + 2), frame: .attached)
}

/// What follows `a girl of nine`, where `the child of two teachers` is meant otherwise.
private let afterChild: Set<String> = ["who", "has", "had", "was", "is", "from", "in", "at"]

let childNouns: Set<String> = ["girl", "boy", "child", "toddler", "son", "daughter", "pupil", "orphan"]

private let countedThings: Set<String> = [
    "children", "kids", "sons", "daughters", "people", "years", "workers", "men", "women", "others", "families",
    "victims",
]

/// `50-an`, `50an`, `50s`.
private func isDecade(_ words: [Word], after end: Int) -> Bool {
    end < words.count && ["an", "s"].contains(words[end].folded) && words[end].gap.subtracting(.dash).isEmpty
}

private let ageWords: Set<String> = [
    "berusia", "berumur", "usia", "umur", "usianya", "umurnya", "eldest", "aged", "age", "his", "her", "their",
    "berusianya",
]

/// What may stand between `berusia` and the number; true where it makes the age an estimate.
private let hedges: [String: Bool] = [
    "dalam": false, "lingkungan": true, "sekitar": true, "kira": true, "anggaran": true, "dianggarkan": true,
    "awal": true, "pertengahan": true, "akhir": true, "about": true, "around": true, "early": true, "late": true,
    "mid": true, "hampir": true, "lebih": true, "kurang": true, "dia": false, "dio": false, "saya": false, "aku": false,
    "beliau": false, "sekarang": false, "kini": false, "sudah": false, "dah": false, "baru": false,
]

private let limits: Set<String> = [
    "atas", "bawah", "keatas", "kebawah", "above", "over", "older", "below", "under", "younger",
]

/// Words after a number between commas that make it something else than an age.
private let notAfterAge: Set<String> = [
    "januari", "februari", "mac", "april", "mei", "jun", "julai", "ogos", "september", "oktober", "november",
    "disember",
    "jan", "feb", "mar", "apr", "may", "june", "july", "aug", "sept", "oct", "nov", "dec", "dis", "okt", "january",
    "february", "march", "august", "october", "december", "orang", "buah", "ekor", "keluarga", "kali", "peratus",
    "percent",
    "km", "kilometer", "kilometres", "meter", "metres", "jam", "minit", "hours", "minutes", "hari", "days", "people",
    "families", "others", "lagi", "mangsa", "rumah", "houses", "juta", "ribu", "million", "beradik", "beranak",
    "anggota",
    "pegawai", "kes", "cases", "pagi", "petang", "malam", "am", "pm", "kg", "ela", "unit", "jalan", "lorong", "kaki",
    "feet", "of", "daripada",
]
