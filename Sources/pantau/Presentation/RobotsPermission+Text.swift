import Fetching
import Model

extension RobotsCopy.Permission {
    /// A stable word for scripts.
    var code: String {
        switch self {
        case .allowed: "allowed"
        case .denied: "denied"
        case .unreachable: "unreachable"
        }
    }

    /// What a site's robots.txt says of an address.
    func words(in language: ScreenLanguage) -> String {
        switch self {
        case .allowed(nil): return language.phrase("allows it", "membenarkan")
        case .allowed(let delay?):
            let seconds = delay.milliseconds / 1000
            return language.phrase("allows it, \(seconds) s apart", "membenarkan, selang \(seconds) s")
        case .denied(let rule): return language.phrase("says no (\(rule))", "melarang (\(rule))")
        case .unreachable:
            return language.phrase("does not answer, which forbids", "tidak menjawab, jadi dilarang")
        }
    }
}
