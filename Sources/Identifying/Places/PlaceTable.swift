public import Model
import Text

/// The places of Malaysia by their names.
struct PlaceTable: Sendable {
    struct Entry: Hashable, Sendable {
        enum Kind: Int, Sendable {
            case mukim, town, district, state
        }
        var kind: Kind
        /// 1...16
        var state: Int
        /// nil for a state.
        var district: String?
        /// As shown.
        var name: String
        /// The name is also an ordinary word.
        var isWord: Bool
        /// Papers mean this one of several of its name and kind where nothing tells.
        var isUsual: Bool
        /// Papers have an office there: what is told under its name may have happened elsewhere.
        var hasNewsroom: Bool
    }

    struct Office: Hashable, Sendable {
        var name: String
        var districts: [String]
    }

    private(set) var byName = PhraseTable<[Entry]>()
    private(set) var stateNames: [Int: String] = [:]
    private(set) var districtNames: [String: String] = [:]
    /// By their state, the districts that are alone in it: Kuala Lumpur, Labuan, Putrajaya and Perlis are one each.
    private(set) var onlyDistricts: [Int: String] = [:]
    /// Names of hospitals with the code of their district.
    private(set) var hospitals = PhraseTable<String>()
    private(set) var offices: [Office] = []

    init(places: DataTable, hospitals: DataTable, offices: DataTable, problems: inout [DocumentProblem]) {
        for row in places.rows {
            guard let entry = PlaceTable.entry(row) else {
                problems.append(
                    places.problem(row, "a place needs a kind (s, d, t or m), a code such as 10_2 and a name"))
                continue
            }
            switch entry.kind {
            case .state: stateNames[entry.state] = stateNames[entry.state] ?? entry.name
            // A further row of a district gives a former name of it, which may be an ordinary word.
            case .district:
                districtNames[entry.district ?? ""] = districtNames[entry.district ?? ""] ?? entry.name
            case .town, .mukim: break
            }
            for name in row.alternatives(2) {
                byName.insert(placeKey(of: name), [entry]) { $0.contains($1[0]) ? $0 : $0 + $1 }
            }
        }
        let byState = Dictionary(grouping: districtNames.keys) { Int($0.prefix { $0 != "_" }) ?? 0 }
        onlyDistricts = byState.compactMapValues { $0.count == 1 ? $0.first : nil }
        for row in hospitals.rows {
            guard row.columns.count == 2, districtNames[String(row.columns[0])] != nil else {
                problems.append(hospitals.problem(row, "a hospital needs the code of a district and names"))
                continue
            }
            for name in row.alternatives(1) {
                self.hospitals.insert(placeKey(of: name), String(row.columns[0])) { first, _ in first }
            }
        }
        for row in offices.rows {
            guard row.columns.count == 3 else {
                problems.append(offices.problem(row, "an office needs a name, its district and the districts near it"))
                continue
            }
            let districts = row.columns[2].split(separator: " ").map(String.init)
            self.offices.append(Office(name: String(row.columns[0]), districts: districts))
        }
    }

    private static func entry(_ row: DataTable.Row) -> Entry? {
        guard row.columns.count == 3, let name = row.alternatives(2).first else { return nil }
        let kinds: [Substring: Entry.Kind] = ["s": .state, "d": .district, "t": .town, "m": .mukim]
        let (code, marks) = (row.columns[1], row.columns[0].dropFirst())
        guard let kind = kinds[row.columns[0].prefix(1)], marks.allSatisfy("?+!".contains),
            let state = Int(code.split(separator: "_").first ?? ""), (1...16).contains(state),
            code.contains("_") == (kind != .state)
        else { return nil }
        return Entry(
            kind: kind, state: state, district: kind == .state ? nil : String(code), name: String(name),
            isWord: marks.contains("?"), isUsual: marks.contains("+"), hasNewsroom: marks.contains("!"))
    }
}

extension Gazetteer {
    /// The PERKESO office that is nearest to `place`: a guess from the map, for a person to check.
    ///
    /// - Returns: nil where the district is not known; a state of one district has no other.
    public func nearestOffice(to place: Place) -> String? {
        let state = place.stateCode.flatMap { Int($0.dropFirst(3)) }
        guard let district = place.districtCode ?? state.flatMap({ places.onlyDistricts[$0] }) else { return nil }
        return places.offices.first { $0.districts.contains(district) }?.name
    }
}

/// How names of places are compared: folded, and one spelling for words that papers spell in many ways.
func placeKey(of name: Substring) -> String {
    var key = ""
    var word: [UInt8] = []
    func close() {
        guard !word.isEmpty else { return }
        if !key.isEmpty { key += " " }
        key += placeSpelling(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
    }
    for byte in folded(String(name)).utf8 {
        // Letters, digits, the apostrophe, and all bytes of letters outside ASCII.
        if byte >= 0x80 || byte == 0x27 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) {
            word.append(byte)
        } else {
            close()
        }
    }
    close()
    return key
}

/// `kg` is `kampung`, `bharu` and `baharu` are `baru`, and so on.
func placeSpelling(_ word: String) -> String { spellings[word] ?? word }

/// Whether a full stop behind the word may be that of a short form (`Sg. Rekaan`).
func isShortForm(_ word: String) -> Bool { shortForms[word] != nil }

/// As addresses and messages have them, with or without a full stop. The table has the hills that are written `Bt.`, too.
private let shortForms: [String: String] = [
    "kg": "kampung", "kmpg": "kampung", "kpg": "kampung", "sg": "sungai", "tg": "tanjung", "tjg": "tanjung",
    "tlk": "teluk", "pdg": "padang", "bdr": "bandar", "bkt": "bukit", "bt": "batu", "pnt": "pantai", "tmn": "taman",
    "jln": "jalan", "jl": "jalan", "lrg": "lorong", "pkn": "pekan", "spg": "simpang", "hosp": "hospital",
]

private let spellings = shortForms.merging([
    "kampong": "kampung", "sungei": "sungai", "tanjong": "tanjung", "telok": "teluk", "ayer": "air",
    "bharu": "baru", "baharu": "baru", "bahru": "baru", "ulu": "hulu", "puteh": "putih", "ampat": "empat",
    "star": "setar", "acheh": "aceh", "precinct": "presint", "chukai": "cukai", "lubuk": "lubok",
]) { short, _ in short }
