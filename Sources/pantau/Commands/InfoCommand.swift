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
                context.output.line(StyledText("\(name.padded(to: 18))  \(value)"))
            } else {
                context.output.record([name, value])
            }
        }
    }

    private func facts(_ context: Context) throws -> [(String, String)] {
        let feeds = try context.feedFolder()
        let lexicons = try context.lexiconFolder()
        let settings = context.settings
        return [
            ("version", Pantau.configuration.version), ("config file", context.settingsFile ?? "none"),
            (SettingKey.database.rawValue, try context.databasePath()),
            (SettingKey.feeds.rawValue, feeds.path ?? "built in (\(feeds.files.count) files)"),
            (SettingKey.lexicons.rawValue, lexicons.path ?? "built in (\(lexicons.files.count) files)"),
            (SettingKey.language.rawValue, context.language.rawValue), (SettingKey.user.rawValue, context.actor.name),
            (SettingKey.contact.rawValue, settings.contact ?? "none"),
            (SettingKey.gap.rawValue, seconds(settings.gap)), (SettingKey.timeout.rawValue, seconds(settings.timeout)),
            (SettingKey.parallel.rawValue, "\(settings.parallel)"),
            (SettingKey.failOver.rawValue, "\(Int((settings.failOver * 100).rounded()))%"),
            (
                SettingKey.allowHosts.rawValue,
                settings.allowHosts.isEmpty ? "none" : settings.allowHosts.joined(separator: " ")
            ),
            (SettingKey.archive.rawValue, settings.isArchiving ? "on" : "off"),
            (SettingKey.archiveFolder.rawValue, try context.archiveFolder().path),
            (SettingKey.archiveKeep.rawValue, seconds(settings.archiveKeep)),
            (SettingKey.proxy.rawValue, settings.proxy.map { Proxy($0)?.url.origin ?? "not an address" } ?? "none"),
            (SettingKey.authorities.rawValue, settings.authorities ?? "those of the system"),
            (SettingKey.lease.rawValue, seconds(settings.lease)), (SettingKey.hold.rawValue, seconds(settings.hold)),
            (SettingKey.instance.rawValue, settings.instance),
        ]
    }

    private func seconds(_ span: TimeSpan) -> String { "\(span.milliseconds / 1000)s" }
}
