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
        return household.size == nil && household.children == nil ? nil : household
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
