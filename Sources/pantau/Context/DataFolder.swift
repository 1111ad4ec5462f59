import Bundled
import FoundationEssentials
import Settings
import Sources
import Text

/// A folder of files that people edit (Feeds, Lexicons), or what was built in where there is no such folder.
struct DataFolder: Sendable {
    /// nil where the files are those built in.
    let path: String?
    /// Name as messages show it, and text, in the order of the names.
    let files: [BundledFile]

    /// - Parameters:
    ///   - name: `Feeds` or `Lexicons`.
    ///   - chosen: what a flag or setting says; it must be there.
    ///   - usual: where `pantau init` puts the folder; it may be absent.
    init(_ name: String, chosen: String?, usual: String?) throws {
        guard let folder = chosen ?? usual.flatMap({ DataFolder.isFolder($0) ? $0 : nil }) else {
            path = nil
            files = BundledFile.files(in: name)
            return
        }
        path = folder
        let names: [String]
        do {
            // A Mac leaves `rules/._10-incident.yaml` beside what it copies.
            names = try FileManager.default.subpathsOfDirectory(atPath: folder)
                .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted()
        } catch {
            throw CommandFailure(.noFolder(folder, name: name))
        }
        files = try names.compactMap { name in
            let path = folder + "/" + name
            guard !DataFolder.isFolder(path) else { return nil }
            do {
                let text = try String(contentsOfFile: path, encoding: .utf8)
                return BundledFile(path: path, text: DataFolder.cleaned(text))
            } catch {
                throw CommandFailure(.unreadable(path, why: "it is not readable, or not UTF-8"))
            }
        }
    }

    /// What of it is YAML, by either ending.
    var yaml: [BundledFile] { files.filter { $0.path.hasSuffix(".yaml") || $0.path.hasSuffix(".yml") } }

    /// The text of a file that people edit: in Unicode NFC, without the mark that Windows puts in front.
    static func cleaned(_ text: String) -> String { String(text.unicodeScalars.drop { $0 == "\u{FEFF}" }).nfc }

    static func isFolder(_ path: String) -> Bool {
        var isDirectory = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
    }
}

extension Context {
    /// Every source, and what is wrong with the files of some; a file with a mistake does not take the others with it.
    func sourceSet() throws -> SourceSet { try sourceFiles().set }

    func feedFolder() throws -> DataFolder {
        try DataFolder("Feeds", chosen: options.feeds ?? settings.feeds, usual: paths?.feeds)
    }

    func lexiconFolder() throws -> DataFolder {
        try DataFolder("Lexicons", chosen: options.lexicons ?? settings.lexicons, usual: paths?.lexicons)
    }
}
