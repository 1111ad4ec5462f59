/// How soon a person should look. The order of the cases is the order of the queue.
public enum Urgency: String, Labelled, Comparable {
    /// Act within hours: a child alone, no roof tonight, talk of suicide, a breadwinner just killed.
    case emergency
    /// Act within days.
    case urgent
    case routine

    public var labels: (en: String, ms: String) {
        switch self {
        case .emergency: ("Emergency", "Kecemasan")
        case .urgent: ("Urgent", "Segera")
        case .routine: ("Routine", "Biasa")
        }
    }

    /// The mark in lists, which reads without colour.
    public var symbol: String {
        switch self {
        case .emergency: "!!!"
        case .urgent: "!!"
        case .routine: ""
        }
    }

    private var rank: Int {
        switch self {
        case .emergency: 2
        case .urgent: 1
        case .routine: 0
        }
    }

    /// The more urgent is the greater.
    public static func < (a: Urgency, b: Urgency) -> Bool { a.rank < b.rank }
}
