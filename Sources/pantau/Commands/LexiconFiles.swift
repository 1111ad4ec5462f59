import Bundled
import CSodium
import Documents
import FoundationEssentials
import Scoring
import Text

/// The files that a lexicon is made of.
struct LexiconFiles {
    /// In the order of their names.
    var files: [(name: String, text: String)]

    /// Where the rules lie below the project's root, and in a folder given with `--lexicon`.
    static let folder = "Lexicons/rules"

    /// The rules this program was built with.
    static var bundled: LexiconFiles {
        LexiconFiles(files: BundledFile.files(in: folder).filter { isLexicon($0.path) }.map { ($0.path, $0.text) })
    }

    /// Every `.yaml` file of a folder.
    init(folder: String) throws {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).filter(Self.isLexicon).sorted()
        } catch {
            throw ToolError(reason: "cannot read the folder \(folder)")
        }
        guard !names.isEmpty else { throw ToolError(reason: "\(folder) holds no .yaml file") }
        try self.init(paths: names.map { folder.hasSuffix("/") ? folder + $0 : folder + "/" + $0 })
    }

    init(paths: [String]) throws {
        files = try paths.map { ($0, String(decoding: try readBytes($0), as: UTF8.self)) }
    }

    private init(files: [(name: String, text: String)]) { self.files = files }

    private static func isLexicon(_ path: String) -> Bool { path.hasSuffix(".yaml") }

    /// - Throws: `DocumentProblems` with all that is wrong in any of the files.
    func lexicon() throws(DocumentProblems) -> Lexicon {
        var documents: [LexiconDocument] = []
        var problems: [DocumentProblem] = []
        for (name, text) in files {
            do throws(DocumentProblem) {
                let root = try readYAML(text, file: name)
                documents.append(LexiconDocument(file: name, sha256: sha256(Array(text.utf8)), root: root))
            } catch {
                problems.append(error)
            }
        }
        guard problems.isEmpty else { throw DocumentProblems(problems) }
        return try Lexicon(documents)
    }
}

/// The lexicon of a folder, or the one this program was built with.
func loadLexicon(folder: String?) throws -> Lexicon {
    try (folder.map(LexiconFiles.init(folder:)) ?? .bundled).lexicon()
}

/// SHA-256 in hexadecimal.
private func sha256(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    let hex = Array("0123456789abcdef")
    return String(digest.flatMap { [hex[Int($0 >> 4)], hex[Int($0 & 15)]] })
}
