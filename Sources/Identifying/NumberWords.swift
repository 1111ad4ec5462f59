/// The number that begins at `index`, in digits or in Malay or English words up to 99, and how many words it takes.
func smallNumber(_ words: [Word], at index: Int) -> (value: Int, count: Int)? {
    guard words.indices.contains(index) else { return nil }
    if words[index].isNumber { return words[index].number.map { ($0, 1) } }
    guard let first = numberWords[words[index].folded] else { return nil }
    guard index + 1 < words.count, words[index + 1].gap.subtracting(.dash).isPlain else { return (first, 1) }
    switch words[index + 1].folded {
    case "belas" where first < 10: return (first + 10, 2)
    case "puluh" where first < 10:
        guard index + 2 < words.count, let last = numberWords[words[index + 2].folded], last < 10 else {
            return (first * 10, 2)
        }
        return (first * 10 + last, 3)
    case let word:
        // "twenty-one"
        guard first >= 20, let last = numberWords[word], last < 10 else { return (first, 1) }
        return (first + last, 2)
    }
}

private let numberWords: [String: Int] = [
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "lapan": 8, "sembilan": 9,
    "sepuluh": 10,
    "sebelas": 11, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
]
