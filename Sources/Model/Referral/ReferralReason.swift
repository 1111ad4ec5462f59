/// Why a leg ended without help. Source: contract/taxonomies.json, return_reason, and the two that the schema adds for a
/// withdrawal.
public enum ReferralReason: String, Labelled {
    case wrongAgency = "wrong-agency"
    case outsideArea = "outside-area"
    case notCovered = "not-covered"
    case overLimit = "over-limit"
    case missingInfo = "missing-info"
    case noCapacity = "no-capacity"
    case notFound = "not-found"
    case alreadyHelpedElsewhere = "already-helped-elsewhere"
    case safety
    case other
    case requestedBySquad = "requested-by-squad"
    case requestedByPerson = "requested-by-person"

    public var labels: (en: String, ms: String) {
        switch self {
        case .wrongAgency: ("Another agency should help", "Agensi lain lebih sesuai")
        case .outsideArea: ("Outside our area", "Di luar kawasan")
        case .notCovered: ("Not covered or no contributions", "Tiada perlindungan atau caruman")
        case .overLimit: ("Above the income or age limit", "Melebihi had pendapatan atau umur")
        case .missingInfo: ("More information is needed", "Maklumat tambahan diperlukan")
        case .noCapacity: ("No capacity now", "Tiada kapasiti buat masa ini")
        case .notFound: ("Person not found at that address", "Individu tidak ditemui di alamat")
        case .alreadyHelpedElsewhere: ("Already helped by another agency", "Telah dibantu agensi lain")
        case .safety: ("Risk to the person or staff", "Risiko keselamatan")
        case .other: ("Other (note)", "Lain-lain (nota)")
        case .requestedBySquad: ("Asked for by the squad", "Diminta oleh skuad")
        case .requestedByPerson: ("Asked for by the person", "Diminta oleh individu")
        }
    }
}
