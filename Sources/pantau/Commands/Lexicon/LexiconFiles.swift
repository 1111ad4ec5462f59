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
        files = folder.files.filter { $0.path.contains("rules/") && $0.path.hasSuffix(".yaml") }
    }

    /// Files that somebody names.
    init(paths: [String]) throws {
        files = try paths.map { BundledFile(path: $0, text: String(decoding: try readBytes($0), as: UTF8.self)) }
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
