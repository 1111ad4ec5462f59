import Model

/// How many people a text says live together and how many children there are.
struct HouseholdFinder {
    let passage: Passage
    private var words: [Word] { passage.words }

    /// More is a village, not a household.
    static let largest = 30

    func household() -> Household? {
        var household = Household()
        for index in words.indices.prefix(1500) {
            guard let number = smallNumber(words, at: index), (1...Self.largest).contains(number.value) else {
                continue
            }
            read(number.value, at: index, next: index + number.count, into: &household)
        }
        household.childAges = childAges()
        return household == Household() ? nil : household
    }

    /// `tiga anak berusia 12, sembilan dan enam tahun`, `two sons aged between 3 and 9`: the first such list.
    private func childAges() -> [Int] {
        for index in words.indices.prefix(1500) where ["berusia", "berumur", "aged"].contains(words[index].folded) {
            let before = words[max(0, index - 5)..<index].filter { $0.sentence == words[index].sentence }
            guard before.contains(where: { childWords.contains($0.undoubled) }) else { continue }
            let ages = ages(after: index)
            if !ages.isEmpty { return ages.sorted() }
        }
        return []
    }

    private func ages(after index: Int) -> [Int] {
        var ages: [Int] = []
        var position = index + 1
        while position < words.count, position - index <= 14, words[position].sentence == words[index].sentence {
            if let number = smallNumber(words, at: position), (0...oldestAge).contains(number.value) {
                ages.append(number.value)
                position += number.count
            } else if listWords.contains(words[position].folded) {
                position += 1
            } else {
                break
            }
        }
        // A year or two are a baby's months in `10 bulan`.
        let unit = position < words.count ? words[position].folded : ""
        return ["bulan", "months", "month"].contains(unit) ? ages.dropLast() + [0] : ages
    }

    private func read(_ number: Int, at index: Int, next: Int, into household: inout Household) {
        let before = index > 0 ? words[index - 1].folded : ""
        let earlier = index > 1 ? words[index - 2].folded : ""
        if before == "of" {
            switch earlier {
            case "mother", "father", "mum", "dad", "parent": household.children = household.children ?? number
            case "family": household.size = household.size ?? number
            default: break
            }
        }
        guard next < words.count, words[next].gap.isPlain else { return }
        switch words[next].folded {
        case "beranak", "sekeluarga": household.size = household.size ?? number
        case "beradik":
            // `anak sulung daripada lima beradik`, `lima beradik yatim`
            household.children = household.children ?? number
        case "anak", "cahaya":
            let isParent = [
                "kepada", "ibu", "bapa", "mempunyai", "meninggalkan", "menyara", "membesarkan", "dan", "bersama",
                "serta", "tanggung", "menanggung",
            ].contains(before)
            if isParent { household.children = household.children ?? number }
        case "orang":
            let isChildren = next + 1 < words.count && words[next + 1].folded == "anak"
            if isChildren { household.children = household.children ?? number }
            if before == "rumah" && earlier == "isi" { household.size = household.size ?? number }
        case "children", "kids":
            household.children = household.children ?? number
        default: break
        }
    }
}

private let childWords: Set<String> = [
    "anak", "anaknya", "adik", "adiknya", "cucu", "cucunya", "beradik", "children", "kids", "sons", "daughters", "son",
    "daughter", "grandchildren", "siblings", "zuriat",
]

/// What stands between the ages of a list or a range.
private let listWords: Set<String> = [
    "dan", "and", "hingga", "to", "antara", "between", "serta", "tahun", "years", "masing",
]
