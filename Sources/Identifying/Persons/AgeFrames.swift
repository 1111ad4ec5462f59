import Model

/// Ages that nothing but their place in the sentence shows: `, now 78,`, `, both 32,`, `Danish, seven,`, `The driver was 27.`,
/// `abangnya 24`.
func abrupt(_ words: [Word], at index: Int) -> AgeMention? {
    current(words, at: index) ?? shared(words, at: index) ?? worded(words, at: index) ?? predicate(words, at: index)
        ?? ofKin(words, at: index) ?? vagueDecade(words, at: index)
}

/// `, now 78,`, `, then 21,`, `, kini 78,`; at the head of a sentence, where `she` or `dia` follows, the age is hers.
private func current(_ words: [Word], at index: Int) -> AgeMention? {
    guard ["now", "then", "kini", "sekarang"].contains(words[index].folded), let years = years(words, at: index + 1),
        isSetOff(words, behind: index + 2)
    else { return nil }
    let isHead = index == 0 || words[index - 1].sentence != words[index].sentence
    guard isHead || words[index].gap.contains(.comma) else { return nil }
    return AgeMention(
        age: Person.Age(years: years), words: index..<(index + 2), frame: isHead ? .spoken : .bracketed)
}

/// `, both 32,`, `, kedua-duanya berusia 32 tahun`
private func shared(_ words: [Word], at index: Int) -> AgeMention? {
    guard words[index].gap.contains(.comma) || words[index].gap.contains(.open) else { return nil }
    var position = index + 1
    switch words[index].folded {
    case "both": break
    case "kedua":
        guard position < words.count, ["dua", "duanya"].contains(words[position].folded) else { return nil }
        position += 1
    default: return nil
    }
    if position < words.count, ["aged", "berusia", "berumur"].contains(words[position].folded) { position += 1 }
    guard let years = years(words, at: position) else { return nil }
    var end = position + 1
    if end < words.count, words[end].gap.isPlain, ["tahun", "years"].contains(words[end].folded) { end += 1 }
    guard end > position + 1 || isSetOff(words, behind: end) else { return nil }
    return AgeMention(age: Person.Age(years: years), words: index..<end, frame: .shared)
}

/// `Danish, seven,`; in `one, two, three,` somebody counts.
private func worded(_ words: [Word], at index: Int) -> AgeMention? {
    guard index > 0, words[index].gap.subtracting(.blank) == .comma, !words[index].isNumber,
        smallNumber(words, at: index - 1) == nil
    else { return nil }
    if let years = singleYear(words, at: index), index + 1 < words.count, isSetOff(words, behind: index + 1) {
        return AgeMention(age: Person.Age(years: years), words: index..<(index + 1), frame: .worded)
    }
    guard let number = smallNumber(words, at: index), (2...(number.count > 1 ? 99 : 20)).contains(number.value) else {
        return nil
    }
    var years = number.value
    var end = index + number.count
    if end < words.count, words[end].gap.isPlain {
        if let infant = yearsOfInfant(years, words[end].folded) {
            (years, end) = (infant, end + 1)
        } else if words[end].folded == "tahun" {
            end += 1
        }
    }
    guard end < words.count, isSetOff(words, behind: end), smallNumber(words, at: end) == nil else { return nil }
    return AgeMention(age: Person.Age(years: years), words: index..<end, frame: .worded)
}

/// `The driver was 27.`; but not `the number of victims was 27.`
private func predicate(_ words: [Word], at index: Int) -> AgeMention? {
    guard index > 1, ["was", "is"].contains(words[index].folded), words[index].gap.isPlain,
        !words[index - 1].folded.hasSuffix("s"), let years = years(words, at: index + 1),
        words[max(0, index - 4)..<index].allSatisfy({ $0.folded != "of" })
    else { return nil }
    let end = index + 2
    guard isSetOff(words, behind: end) || afterStatedAge.contains(words[end].folded) else { return nil }
    return AgeMention(age: Person.Age(years: years), words: index..<end, frame: .attached)
}

/// `abangnya 24`, `Adiknya 22.`; `anaknya 5` are five.
private func ofKin(_ words: [Word], at index: Int) -> AgeMention? {
    guard index > 0, words[index].gap.isPlain, words[index - 1].folded.hasSuffix("nya"),
        let years = years(words, at: index), years > 12 || !words[index - 1].folded.hasPrefix("anak"),
        isSetOff(words, behind: index + 1) || ["dan", "pula"].contains(words[index + 1].folded)
    else { return nil }
    return AgeMention(age: Person.Age(years: years), words: index..<(index + 1), frame: .attached)
}

/// A number of years that somebody may have lived, directly behind the word before.
private func years(_ words: [Word], at index: Int) -> Int? {
    guard index < words.count, words[index].gap.isPlain, let years = words[index].number,
        (1...oldestAge).contains(years)
    else { return nil }
    return years
}

/// A comma, a bracket or the end of the sentence stands before `index`; a date or a fraction does not.
func isSetOff(_ words: [Word], behind index: Int) -> Bool {
    guard index < words.count else { return true }
    let gap = words[index].gap
    return gap.isDisjoint(with: [.slash, .dash]) && gap != .stop && gap != .comma
        && !gap.isDisjoint(with: [.comma, .stop, .close, .semicolon, .line, .quote])
}

/// What may follow `he was 46`.
let afterStatedAge: Set<String> = ["and", "when"]
