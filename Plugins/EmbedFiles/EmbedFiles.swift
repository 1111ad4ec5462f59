import Foundation
import PackagePlugin

/// Writes the files of Contract/, Feeds/ and Lexicons/ into one Swift file of string literals before `Bundled` is compiled.
@main
struct EmbedFiles: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL
        let folders = ["Contract", "Feeds", "Lexicons"].map { root.appending(path: $0, directoryHint: .isDirectory) }
        let output = context.pluginWorkDirectoryURL.appending(path: "BundledFiles.swift")
        let inputs = folders.flatMap { folder in
            (FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? [])
                .filter { !$0.hasDirectoryPath }
        }.sorted { $0.path() < $1.path() }
        return [
            .buildCommand(
                displayName: "Embed Contract/, Feeds/ and Lexicons/",
                executable: try context.tool(named: "embed-files").url,
                arguments: [output.path(), root.path()] + inputs.map { $0.path() },
                inputFiles: inputs, outputFiles: [output])
        ]
    }
}
