/// The `--color` flag.
public enum ColorChoice: String, CaseIterable, Sendable {
    case auto, always, never

    /// Whether to write colours, by the flag first, then no-color.org and bixense.com/clicolors.
    ///
    /// - Parameter environment: the variables of the process; an empty variable counts as unset.
    public func usesColor(isTerminal: Bool, environment: [String: String]) -> Bool {
        switch self {
        case .always: return true
        case .never: return false
        case .auto: break
        }
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if value("NO_COLOR") != nil { return false }
        if let force = value("CLICOLOR_FORCE"), force != "0" { return true }
        if value("CLICOLOR") == "0" || value("TERM") == "dumb" { return false }
        return isTerminal
    }
}
