import Archiving
import ArgumentParser
import Fetching
import Model
import Reading
import Settings
import Terminal
import Text

struct InfoCommand: PantauCommand {
    static let permission = Permission.free
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Every path and setting in force.")

    @OptionGroup var global: GlobalOptions

    func run(_ context: Context) async throws {
        let facts = try facts(context)
        guard !context.output.isJSON else {
            context.output.json(.object(facts.map { .init($0.0, .string($0.1)) }))
            return
        }
        for (name, value) in facts {
            if context.output.terminal.isTerminal {
                context.output.line(StyledText("\(name.padded(to: 22))  \(value)"))
            } else {
                context.output.record([name, value])
            }
        }
    }

    private func facts(_ context: Context) throws -> [(String, String)] {
        [("version", Pantau.configuration.version), ("config file", context.settingsFile ?? "none")]
            + (try SettingKey.allCases.map { ($0.rawValue, try value(of: $0, context) ?? $0.defaultText) })
    }

    /// What is in force; nil where nothing is set and its default is better told in words.
    private func value(of key: SettingKey, _ context: Context) throws -> String? {
        let settings = context.settings
        switch key {
        case .language: return context.language.rawValue
        case .user: return context.actor.name
        case .database: return try context.databasePath()
        case .feeds: return folder(try context.feedFolder())
        case .lexicons: return folder(try context.lexiconFolder())
        case .contact: return settings.contact
        case .gap: return settings.gap.text
        case .timeout: return settings.timeout.text
        case .parallel: return "\(settings.parallel)"
        case .failOver: return percentage(settings.failOver)
        case .promising: return percentage(settings.promising)
        case .allowHosts: return settings.allowHosts.isEmpty ? nil : settings.allowHosts.joined(separator: " ")
        // It may hold a password.
        case .proxy: return settings.proxy.map { Proxy($0)?.url.origin ?? "not an address" }
        case .authorities: return settings.authorities
        case .pollsPerDay: return "\(settings.pollsPerDay)"
        case .archive: return settings.isArchiving ? "on" : "off"
        case .archiveFolder: return try context.archiveFolder().path
        case .archiveKeep: return settings.archiveKeep.text
        case .retainUnreviewed: return settings.retainUnreviewed.text
        case .retainRejected: return settings.retainRejected.text
        case .retainProspect: return settings.retainProspect.text
        case .retainText: return settings.retainText.text
        case .retainCopies: return settings.retainCopies.text
        case .lease: return settings.lease.text
        case .hold: return settings.hold.text
        case .opener: return settings.opener
        case .clipboard: return settings.usesClipboard ? "on" : "off"
        case .secondLook: return percentage(settings.secondLook)
        case .keys: return settings.keys == KeyBindings() ? nil : "your own; press ? in the review"
        case .instance: return settings.instance
        case .consumers: return settings.consumers
        case .dedupeKeys: return settings.dedupeKeys
        }
    }

    private func folder(_ found: DataFolder) -> String { found.path ?? "built in (\(found.files.count) files)" }

    private func percentage(_ part: Double) -> String { "\(Int((part * 100).rounded()))%" }
}
