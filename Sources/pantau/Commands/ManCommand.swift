import ArgumentParser
import Model
import Settings
import Text

/// The manual page, made from the parser's own description of the commands and from the table of settings.
struct ManCommand: PantauCommand {
    static let permission = Permission.free
    static let configuration = CommandConfiguration(
        commandName: "man", abstract: "Print the manual page, in the form that man(1) reads.")

    @OptionGroup var global: GlobalOptions

    func run(_ context: Context) async throws {
        let description = try JSONValue(parsing: Pantau._dumpHelp().utf8)
        var page = ManualPage()
        page.heading("NAME")
        page.text("pantau - \(Pantau.configuration.abstract)")
        if let root = description["command"] {
            page.heading("COMMON OPTIONS")
            page.common(of: root)
            page.heading("COMMANDS")
            page.commands(root, path: [])
        }
        page.heading("SETTINGS")
        page.text("In config.yaml below $XDG_CONFIG_HOME/pantau or /etc/pantau. A dot parts a group from its member.")
        for key in SettingKey.allCases {
            page.item("\(key.rawValue) (\(key.kind); \(key.defaultText))", key.purpose)
        }
        page.heading("EXIT STATUS")
        for (code, meaning) in ManualPage.exitCodes { page.item("\(code)", meaning) }
        context.output.text(page.source)
    }
}

/// A page in the man(7) macros.
struct ManualPage {
    private(set) var source = ".TH PANTAU 1\n"
    /// The options that every command takes; they are told once.
    private var shared: Set<String> = []

    static let exitCodes: [(Int, String)] = [
        (0, "done, or nothing to do"), (1, "failed"), (2, "cancelled at a question"),
        (3, "finished, but more sources failed than allowed; try again later"), (4, "not allowed"),
        (5, "conflict: claimed, changed or already sent"), (64, "wrong arguments"), (65, "bad data"),
        (73, "cannot create a file"), (74, "disk or input/output"), (75, "temporary: no network, a lock, a signal"),
        (77, "no permission"), (78, "configuration, or nothing set up"),
    ]

    mutating func heading(_ title: String) { source += ".SH \(title)\n" }
    mutating func text(_ text: String) { source += ManualPage.escaped(text) + "\n" }
    mutating func item(_ term: String, _ text: String) {
        source += ".TP\n.B \(ManualPage.escaped(term))\n\(ManualPage.escaped(text))\n"
    }

    /// The options of `man` itself, which has none but those that every command takes.
    mutating func common(of root: JSONValue) {
        let own = root["subcommands"]?.items?.first {
            $0["commandName"]?.string == ManCommand.configuration.commandName
        }
        for argument in own?["arguments"]?.items ?? [] { shared.insert(describe(argument)) }
    }

    /// Writes one argument and returns how it is written.
    @discardableResult
    private mutating func describe(_ argument: JSONValue) -> String {
        let names = (argument["names"]?.items ?? []).compactMap { name in
            name["name"]?.string.map { ($0.count == 1 ? "-" : "--") + $0 }
        }
        let value = argument["kind"]?.string == "flag" ? nil : argument["valueName"]?.string
        let term = [names.joined(separator: ", "), value ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        if !shared.contains(term), let abstract = argument["abstract"]?.string { item(term, abstract) }
        return term
    }

    /// A command with its own arguments, then the commands below it.
    mutating func commands(_ command: JSONValue, path: [String]) {
        let name = command["commandName"]?.string ?? ""
        guard name != "help", command["shouldDisplay"]?.bool != false else { return }
        let path = path + [name]
        source += ".SS \(ManualPage.escaped(path.joined(separator: " ")))\n"
        text(command["abstract"]?.string ?? "")
        for argument in command["arguments"]?.items ?? [] where argument["shouldDisplay"]?.bool != false {
            describe(argument)
        }
        for child in command["subcommands"]?.items ?? [] { commands(child, path: path) }
    }

    /// A full stop or an apostrophe at a line's beginning would be taken for a macro; a backslash begins an escape.
    private static func escaped(_ text: String) -> String {
        let line = text.replacing("\\", with: "\\e").replacing("\n", with: " ").replacing("-", with: "\\-")
        return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }
}
