import ArgumentParser
import Bundled
import Model

/// What receivers check our files and pushes by.
struct ExportSchema: PantauCommand {
    static let permission = Permission.free
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "The contract's JSON Schema of what is exported.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: "prospect, event, referral-status or export-manifest.")
    var name = Name.prospect

    @Flag(help: "For receivers: members of later versions are allowed.")
    var open = false

    enum Name: String, ExpressibleByArgument, CaseIterable {
        case prospect, event
        case referralStatus = "referral-status"
        case exportManifest = "export-manifest"
    }

    func run(_ context: Context) async throws {
        let files = BundledFile.files(in: "Contract")
        let strict = "Contract/\(name.rawValue).schema.json"
        let chosen = open ? "Contract/\(name.rawValue).open.schema.json" : strict
        // Envelope and manifest have one form for both sides.
        guard let file = files.first(where: { $0.path == chosen }) ?? files.first(where: { $0.path == strict }) else {
            throw CommandFailure(.unreadable(strict, why: "it was not built in"))
        }
        context.output.text(file.text)
    }
}
