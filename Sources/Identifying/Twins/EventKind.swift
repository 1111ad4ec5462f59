/// What kind of event a text tells of, in so far as it helps to tell whether two texts tell of the same one.
enum EventKind: String, Hashable, Sendable, CaseIterable {
    case crash, fire, drowning, flood, storm, landslide, explosion, fall, collapse, electrocution, violence, animal,
        boat
    case aircraft, labour, homeless, heat, missing, hazing, fraud

    /// How much it says that two events in one district are of this kind: the rarer the kind, the more. A busy district has a
    /// crash a day, a landslide once in years; `hilang` (missing, lost) stands in texts of every kind.
    var weight: Double {
        switch self {
        case .landslide, .explosion, .collapse, .electrocution, .boat, .aircraft, .heat: 3.75
        case .drowning: 2
        case .fire, .storm, .fall, .violence, .homeless: 1.5
        case .crash, .labour, .animal, .hazing: 1
        // A flood is one event to a district and another to each household.
        case .flood, .fraud: 0.5
        case .missing: 0.25
        }
    }

    /// So seldom that one place has one of them in weeks; a crash or a fire there may be another.
    var isRare: Bool { weight > 3 }

    /// Folded words and beginnings of words (`terbak*`) in Malay and English.
    private var words: String {
        switch self {
        case .crash:
            """
            kemalangan nahas bertembung langgar dilanggar melanggar terlanggar rempuh dirempuh merempuh terbabas digilis \
            crash* collision collided accident rammed hit-and-run bergesel drunk-driving drink-driving
            """
        case .fire: "kebakaran terbakar rentung marak hangus dijilat fire blaze razed gutted burnt melecur"
        case .drowning: "lemas drown* hanyut dihanyutkan"
        case .flood: "banjir flood* kepala-air"
        case .storm: "ribut storm* tumbang dihempap fallen-tree falling-tree"
        case .landslide:
            """
            tertimbus ditimbus tertimbun landslide* landslip* mudslide* tanah-runtuh runtuhan-tanah gave-way caved-in cave-in \
            buried-alive buried-under
            """
        case .explosion: "letupan meletup explosion* exploded blast"
        case .fall: "terjatuh jatuh gondola fell"
        case .collapse: "roboh runtuh ambruk collapse*"
        case .electrocution: "renjatan electrocut*"
        case .violence: "tikam ditikam tikaman dibunuh pembunuhan dipukul tukul dera samun stab* slash* murder* robbed"
        case .animal: "gajah harimau buaya tebuan elephant* tiger* crocodile* hornet*"
        case .boat: "karam boat capsiz*"
        case .aircraft: "pesawat helikopter terhempas aircraft helicopter plane jet"
        case .labour:
            "diberhentikan pemberhentian tertunggak majikan dismissed sacked retrenched arrears unpaid steel keluli"
        case .homeless: "gelandangan menggelandang emperan homeless rough"
        case .heat: "strok-haba heatstroke heat-stroke"
        case .missing: "hilang diculik missing kidnapped"
        case .hazing: "buli dibuli bully* bullied"
        case .fraud: "tipu menipu scam cheating cheated"
        }
    }

    /// The kinds whose words stand in the passages.
    static func kinds(in passages: [Passage]) -> Set<EventKind> {
        var found: Set<EventKind> = []
        for passage in passages {
            for (index, word) in passage.words.prefix(250).enumerated() {
                var kind = kinds[word.folded] ?? stems.first { word.folded.hasPrefix($0.stem) }?.kind
                if kind == nil, index + 1 < passage.words.count {
                    kind = kinds[word.folded + "-" + passage.words[index + 1].folded]
                }
                // What happened stands in the first sentences; later ones recall other cases, unless they are seldom.
                if let kind, index < 80 || kind.isRare { found.insert(kind) }
            }
        }
        return found
    }

    private static let kinds: [String: EventKind] = {
        var table: [String: EventKind] = [:]
        for kind in allCases {
            for word in kind.words.split(whereSeparator: \.isWhitespace) where !word.hasSuffix("*") {
                table[String(word)] = kind
            }
        }
        return table
    }()

    private static let stems: [(stem: String, kind: EventKind)] = allCases.flatMap { kind in
        kind.words.split(whereSeparator: \.isWhitespace).filter { $0.hasSuffix("*") }
            .map { (String($0.dropLast()), kind) }
    }
}
