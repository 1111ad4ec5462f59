/// How far help has come, in the words of the contract.
public enum Assistance: String, Labelled {
    case notYet = "belum_dibantu"
    /// Somebody helps, and a need goes on.
    case underWay = "sedang_dibantu"
    case given = "telah_dibantu"

    public var labels: (en: String, ms: String) {
        switch self {
        case .notYet: ("Not yet helped", "Belum dibantu")
        case .underWay: ("Being helped", "Sedang dibantu")
        case .given: ("Helped", "Telah dibantu")
        }
    }
}
