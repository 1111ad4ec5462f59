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
        let end = words.count
        while position < end, position - index <= 14, words[position].sentence == words[index].sentence {
            if let number = smallNumber(words, at: position), (0...oldestAge).contains(number.value) {
                // `lima bulan dan 3 tahun`: a baby and a child.
                let unit = position + number.count < end ? words[position + number.count].folded : ""
                let infant = yearsOfInfant(number.value, unit)
                ages.append(infant ?? number.value)
                position += number.count + (infant == nil ? 0 : 1)
            } else if listWords.contains(words[position].folded) {
                position += 1
            } else {
                break
            }
        }
        return ages
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
            if !isOfGrownUps(at: index) { household.children = household.children ?? number }
        case "anak", "cahaya":
            let isParent = [
                "kepada", "ibu", "bapa", "mempunyai", "meninggalkan", "menyara", "membesarkan", "dan", "bersama",
                "serta", "tanggung", "menanggung",
            ].contains(before)
            if isParent { household.children = household.children ?? number }
        case "orang":
            let isChildren = next + 1 < words.count && words[next + 1].folded == "anak"
            if isChildren { household.children = household.children ?? number }
            if isOfChildren(index) { household.children = household.children ?? number }
            if isOfHousehold(index) { household.size = household.size ?? number }
        case "children", "kids":
            household.children = household.children ?? number
        default: break
        }
    }

    /// `Anaknya yang seramai sebelas orang`
    private func isOfChildren(_ index: Int) -> Bool {
        guard index > 1, words[index - 1].folded == "seramai" else { return false }
        let owner = words[index - 2].folded == "yang" && index > 2 ? index - 3 : index - 2
        return ["anak", "anaknya"].contains(words[owner].undoubled) && words[owner].sentence == words[index].sentence
    }

    /// `Keluarga sembilan orang`, `Isi rumah seramai tujuh orang`
    private func isOfHousehold(_ index: Int) -> Bool {
        var before = index - 1
        while before >= 0, ["seramai", "seisi", "yang", "berjumlah"].contains(words[before].folded) { before -= 1 }
        guard before >= 0, words[before].sentence == words[index].sentence else { return false }
        return words[before].folded == "keluarga" || words[before].folded == "sekeluarga"
            || before > 0 && words[before].folded == "rumah" && words[before - 1].folded == "isi"
    }

    /// `Rekaan, 34, anak bongsu daripada lapan beradik`: they are her brothers and sisters, not her children.
    private func isOfGrownUps(at index: Int) -> Bool {
        guard index > 0, ["daripada", "dari", "antara"].contains(words[index - 1].folded) else { return false }
        return words[max(0, index - 20)..<index].contains { word in
            word.sentence == words[index].sentence && (word.number.map { (18...oldestAge).contains($0) } ?? false)
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
