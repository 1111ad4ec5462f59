/// Where the program's files are: the XDG base directory specification.
struct Paths: Sendable, Hashable {
    /// Leads and evidence: `$XDG_DATA_HOME/pantau`, else `~/.local/share/pantau`.
    var data: String
    /// Settings, sources and rules that people edit: `$XDG_CONFIG_HOME/pantau`, else `~/.config/pantau`.
    var config: String

    /// - Returns: nil where neither the XDG variables nor HOME are set.
    init?(environment: [String: String]) {
        func folder(_ variable: String, _ fallback: String) -> String? {
            // The specification: a relative path is to be ignored.
            if let path = environment[variable], path.hasPrefix("/") { return path + "/pantau" }
            return environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/" + fallback + "/pantau" }
        }
        guard let data = folder("XDG_DATA_HOME", ".local/share"), let config = folder("XDG_CONFIG_HOME", ".config")
        else { return nil }
        (self.data, self.config) = (data, config)
    }

    var database: String { data + "/pantau.db" }
    /// In the order in which they are tried; the first that is there is the only one that counts.
    var configFiles: [String] { [config + "/config.yaml", "/etc/pantau/config.yaml"] }
    var feeds: String { config + "/Feeds" }
    var lexicons: String { config + "/Lexicons" }
}
