import Bundled
import Documents
import Hashing
import Scoring
import Text

/// The files that the rules are made of.
struct LexiconFiles {
    /// In the order of their paths.
    let files: [BundledFile]

    /// The rules of a lexicon folder: every YAML file below its `rules/`.
    init(in folder: DataFolder) {
        let rules = (folder.path ?? "Lexicons") + "/rules/"
        files = folder.yaml.filter { $0.path.hasPrefix(rules) }
    }

    /// Files that somebody names.
    ///
    /// - Throws: `CommandFailure` for one that cannot be read.
    init(paths: [String]) throws {
        do {
            files = try paths.map { path in
                guard let text = String(validating: try readBytes(path), as: UTF8.self) else {
                    throw ToolError(reason: "\(path) is not UTF-8; save it so")
                }
                return BundledFile(path: path, text: DataFolder.cleaned(text))
            }
        } catch let error as ToolError {
            throw CommandFailure(.badFile(error.reason, exit: .badData))
        }
    }

    private init(files: [BundledFile]) { self.files = files }

    /// These rules with another file in the place of the one with the same id; of a folder, its files alone.
    ///
    /// - Throws: `CommandFailure` with everything that is wrong.
    func lexicon(with path: String) throws -> Lexicon {
        if DataFolder.isFolder(path) {
            let folder = try DataFolder("Lexicons", chosen: path, usual: nil).yaml
            // A folder of lexicons holds other tables besides; its rules are below `rules/` where there is such a folder.
            let rules = folder.filter { $0.path.hasPrefix(path + "/rules/") }
            return try LexiconFiles(files: rules.isEmpty ? folder : rules).readable()
        }
        let changed = try LexiconFiles(paths: [path])
        let id = changed.files.first.flatMap(Self.id)
        let place = id == nil ? nil : files.firstIndex { Self.id($0) == id }
        var all = files
        if let place { all[place] = changed.files[0] } else { all += changed.files }
        return try LexiconFiles(files: all).readable()
    }

    /// The `id` of a file; nil for one that cannot be read, which is told when it is read as rules.
    private static func id(_ file: BundledFile) -> String? {
        guard let root = try? readYAML(file.text, file: file.path), case .map(let entries) = root.content,
            let entry = entries.first(where: { $0.key == "id" }), case .scalar(let id, _) = entry.value.content
        else { return nil }
        return id
    }

    /// - Throws: `CommandFailure` with everything that is wrong in any of the files.
    func readable() throws -> Lexicon {
        do throws(DocumentProblems) {
            return try lexicon()
        } catch {
            throw CommandFailure(.badFile(error.description, exit: .badData))
        }
    }

    /// - Throws: `DocumentProblems` with all that is wrong in any of the files.
    func lexicon() throws(DocumentProblems) -> Lexicon {
        var documents: [LexiconDocument] = []
        var problems: [DocumentProblem] = []
        for file in files {
            do throws(DocumentProblem) {
                let root = try readYAML(file.text, file: file.path)
                documents.append(
                    LexiconDocument(file: file.path, sha256: Digest(of: file.text).hexadecimal, root: root))
            } catch {
                problems.append(error)
            }
        }
        guard problems.isEmpty else { throw DocumentProblems(problems) }
        return try Lexicon(documents)
    }
}
