import Model
import Text

/// Words that tell who somebody is.
struct PeopleTable: Sendable {
    /// What a word may be; many are several things.
    struct Classes: OptionSet, Sendable {
        let rawValue: UInt32
        static let title = Classes(rawValue: 1)
        static let honour = Classes(rawValue: 2)
        static let office = Classes(rawValue: 4)
        static let body = Classes(rawValue: 8)
        static let site = Classes(rawValue: 16)
        static let kinFemale = Classes(rawValue: 32)
        static let kinMale = Classes(rawValue: 64)
        static let kin = Classes(rawValue: 128)
        static let nounFemale = Classes(rawValue: 256)
        static let nounMale = Classes(rawValue: 512)
        static let noun = Classes(rawValue: 1024)
        static let late = Classes(rawValue: 2048)
        static let dead = Classes(rawValue: 4096)
        static let accused = Classes(rawValue: 8192)
        static let subject = Classes(rawValue: 16_384)
        static let called = Classes(rawValue: 32_768)
        static let said = Classes(rawValue: 65_536)
        static let plain = Classes(rawValue: 131_072)
        static let thing = Classes(rawValue: 262_144)
        static let rank = Classes(rawValue: 524_288)
        static let victim = Classes(rawValue: 1_048_576)
        static let address = Classes(rawValue: 2_097_152)
        static let deed = Classes(rawValue: 4_194_304)
        static let harm = Classes(rawValue: 8_388_608)
        static let keeper = Classes(rawValue: 16_777_216)
        static let custody = Classes(rawValue: 33_554_432)
        static let assaulted = Classes(rawValue: 67_108_864)
        static let cheated = Classes(rawValue: 134_217_728)

        static let anyKin: Classes = [.kin, .kinFemale, .kinMale]
        static let anyNoun: Classes = [.noun, .nounFemale, .nounMale]
        static let female: Classes = [.kinFemale, .nounFemale]
        static let male: Classes = [.kinMale, .nounMale]
    }

    private(set) var words = PhraseTable<Classes>()

    init(_ table: DataTable, problems: inout [DocumentProblem]) {
        for row in table.rows {
            guard row.columns.count == 2, let classes = PeopleTable.named[String(row.columns[0])] else {
                let word = String(row.columns.first ?? "")
                let hint =
                    nearest(to: word, among: Array(PeopleTable.named.keys)).map { "; did you mean \"\($0)\"?" } ?? ""
                problems.append(table.problem(row, "\"\(word)\" is no class of words for people" + hint))
                continue
            }
            for phrase in row.alternatives(1) { words.insert(String(phrase), classes) { $0.union($1) } }
        }
    }

    /// The classes of one word; `bapanya` has those of `bapa`.
    subscript(word: String) -> Classes {
        let own = words[word] ?? []
        guard word.hasSuffix("nya"), let stem = words[String(word.dropLast(3))] else { return own }
        return own.union(stem.intersection([.anyKin, .anyNoun, .called, .said, .office, .keeper]))
    }

    private static let named: [String: Classes] = [
        "title": .title, "honour": .honour, "office": .office, "body": .body, "site": .site, "kin-f": .kinFemale,
        "kin-m": .kinMale, "kin": .kin, "noun-f": .nounFemale, "noun-m": .nounMale, "noun": .noun, "late": .late,
        "dead": .dead, "accused": .accused, "subject": .subject, "called": .called, "said": .said, "plain": .plain,
        "thing": .thing, "rank": .rank, "victim": .victim, "address": .address, "deed": .deed, "harm": .harm,
        "keeper": .keeper, "custody": .custody, "assaulted": .assaulted, "cheated": .cheated,
    ]
}
