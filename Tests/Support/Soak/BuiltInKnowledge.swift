import Bundled
public import Crawling
import Documents
import Hashing
import Identifying
import Scoring
import Text

/// The rules, places and names that the program is built with.
public struct BuiltInKnowledge: Sendable {
    private let lexicon: Lexicon
    private let gazetteer: Gazetteer

    public init() throws {
        let files = BundledFile.files(in: "Lexicons")
        let rules = files.filter { $0.path.contains("rules/") && $0.path.hasSuffix(".yaml") }
        let documents = try rules.map { file in
            LexiconDocument(
                file: file.path, sha256: Digest(of: file.text).hexadecimal,
                root: try readYAML(file.text, file: file.path))
        }
        lexicon = try Lexicon(documents)
        gazetteer = try Gazetteer(files: files.map { (path: $0.path, text: $0.text) })
    }

    /// - Parameter bar: how much of the threshold makes an item promising, 0...1.
    public func reader(bar: Double) -> ArticleReader { ArticleReader(lexicon: lexicon, gazetteer: gazetteer, bar: bar) }
}
