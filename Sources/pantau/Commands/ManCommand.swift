import ArgumentParser
import FoundationEssentials
import Model
import Settings
import Text

/// The manual, made from the parser's own description of the commands and from the tables of settings and exit codes.
struct ManCommand: PantauCommand {
    static let permission = Permission.free
    static let configuration = CommandConfiguration(
        commandName: "man", abstract: "Print the manual page, in the form that man(1) reads.")

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("Write it there, and a page for each command: pantau-lead.1.", valueName: "folder"))
    var out: String?

    func run(_ context: Context) async throws {
        let description = try JSONValue(parsing: Pantau._dumpHelp().utf8)
        guard let root = description["command"] else { return }
        guard let out else { return context.output.text(ManCommand.page(of: root).source) }
        let pages = [("pantau", ManCommand.page(of: root))] + ManCommand.pages(of: root)
        for (name, page) in pages { try write(page, to: "\(out)/\(name).1", in: out) }
        context.output.say(.copied(pages.count, to: out))
    }

    /// The whole manual in one page.
    private static func page(of root: JSONValue) -> ManualPage {
        var page = ManualPage(titled: "PANTAU")
        page.heading("NAME")
        page.text("pantau - \(Pantau.configuration.abstract)")
        page.heading("COMMON OPTIONS")
        page.common(of: root)
        page.heading("COMMANDS")
        page.commands(root, path: [])
        page.heading("SETTINGS")
        page.text("In config.yaml below $XDG_CONFIG_HOME/pantau or /etc/pantau. A dot parts a group from its member.")
        for key in SettingKey.allCases {
            page.item("\(key.rawValue) (\(key.kind); \(key.defaultText))", key.purpose)
        }
        page.heading("ENVIRONMENT")
        for variable in EnvironmentVariable.allCases { page.item(variable.rawValue, variable.label(in: .english)) }
        page.heading("EXIT STATUS")
        for status in ExitStatus.allCases { page.item("\(status.rawValue)", status.labels.en) }
        return page
    }

    /// A page for each command of the first level.
    private static func pages(of root: JSONValue) -> [(String, ManualPage)] {
        (root["subcommands"]?.items ?? []).compactMap { command in
            guard let name = command["commandName"]?.string, name != "help" else { return nil }
            var page = ManualPage(titled: "PANTAU-\(name.uppercased())")
            page.heading("NAME")
            page.text("pantau-\(name) - \(command["abstract"]?.string ?? "")")
            page.heading("COMMANDS")
            page.common(of: root, isTold: false)
            page.commands(command, path: ["pantau"])
            page.heading("SEE ALSO")
            page.text("pantau(1) for the options that every command takes, settings and exit codes.")
            return ("pantau-\(name)", page)
        }
    }

    private func write(_ page: ManualPage, to path: String, in folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(page.source.utf8).write(to: URL(filePath: path))
        } catch {
            throw CommandFailure(.cannotCreate(path, why: "the folder cannot be made or written to"))
        }
    }
}

/// A page in the man(7) macros.
struct ManualPage {
    private(set) var source: String
    /// The options that every command takes; they are told once.
    private var shared: Set<String> = []

    init(titled title: String) { source = ".TH \(title) 1\n" }

    mutating func heading(_ title: String) { source += ".SH \(title)\n" }
    mutating func text(_ text: String) { source += ManualPage.escaped(text) + "\n" }
    mutating func item(_ term: String, _ text: String) {
        source += ".TP\n.B \(ManualPage.escaped(term))\n\(ManualPage.escaped(text))\n"
    }

    /// The options that every command takes: those of `info`, which has no other.
    ///
    /// - Parameter isTold: false where another page tells them.
    mutating func common(of root: JSONValue, isTold: Bool = true) {
        let own = root["subcommands"]?.items?.first {
            $0["commandName"]?.string == InfoCommand.configuration.commandName
        }
        let before = source
        for argument in own?["arguments"]?.items ?? [] { shared.insert(describe(argument)) }
        if !isTold { source = before }
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
        if let discussion = command["discussion"]?.string, !discussion.isEmpty { text(discussion) }
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
