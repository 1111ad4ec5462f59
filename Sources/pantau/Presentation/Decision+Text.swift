import Model
import Reviewing

extension Decision {
    /// As a question before a number of leads says it: `Reject as "Old news":`.
    var asked: (en: String, ms: String) {
        switch self {
        case .accept: ("Accept", "Terima")
        case .reject(let rejection):
            (
                "Reject as \"\(rejection.reason.label(in: .english))\":",
                "Tolak sebagai \"\(rejection.reason.label(in: .malay))\":"
            )
        case .snooze: ("Snooze", "Tangguh")
        case .unsnooze: ("Bring back", "Kembalikan")
        case .claim: ("Claim", "Ambil")
        case .release: ("Let go of", "Lepaskan")
        case .note: ("Write the note to", "Tulis nota pada")
        case .assign: ("Hand over", "Serahkan")
        case .label: ("Label", "Labelkan")
        case .edit: ("Edit", "Sunting")
        case .merge: ("Merge", "Gabung")
        case .unmerge: ("Unmerge", "Asingkan")
        case .reopen: ("Reopen", "Buka semula")
        case .differ: ("Call different", "Nyatakan berbeza")
        }
    }
}
