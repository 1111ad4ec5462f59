import Bundled
import Crawling
import Documents
import Model
import Sources
import Storing
import Text

/// The files of sources as they are, each with what was read from it.
struct SourceFiles: Sendable {
    /// One file of sources.
    struct File: Sendable {
        let path: String
        let text: String
        /// What is in it, or all that is wrong with it.
        let content: Result<SourceFile, DocumentProblems>
        /// For changes of it; nil where it is no YAML.
        let editor: SourceFileEditor?

        init(path: String, text: String) {
            (self.path, self.text) = (path, text)
            do throws(DocumentProblem) {
                let document = try readYAML(text, file: path)
                content = Result { () throws(DocumentProblems) in try SourceFile(document, named: path) }
                editor = SourceFileEditor(text, document, named: path)
            } catch {
                content = .failure(DocumentProblems([error]))
                editor = nil
            }
        }

        var sources: [Source] { (try? content.get())?.sources ?? [] }
    }

    /// nil where the files are those built in, which nobody can change.
    let folder: String?
    let files: [File]
    let set: SourceSet
    private let fileOfID: [SourceID: Int]

    init(_ folder: DataFolder) {
        self.folder = folder.path
        files = folder.yaml.map { File(path: $0.path, text: $0.text) }
        set = SourceSet(files.map(\.content))
        let places = files.enumerated().flatMap { index, file in file.sources.map { ($0.id, index) } }
        fileOfID = Dictionary(places) { first, _ in first }
    }

    /// The file that a source is read from: the first that has its id.
    func file(of id: SourceID) -> File? { fileOfID[id].map { files[$0] } }

    /// Where a source stands.
    func place(of id: SourceID) -> SourcePlace? {
        file(of: id).map { SourcePlace(file: $0.path, line: $0.editor?.places(of: id).first?.line) }
    }

    /// Which source has an address, however it is spelt.
    var addresses: [AddressKey: SourceID] {
        Dictionary(set.sources.map { (AddressKey($0.url), $0.id) }) { first, _ in first }
    }
}

/// File and line of a source.
struct SourcePlace: Hashable, Sendable, CustomStringConvertible {
    let file: String
    /// From 1; nil where the file's layout does not tell.
    let line: Int?

    /// As `Feeds/states.yaml:12`.
    var description: String { line.map { "\(file):\($0)" } ?? file }
}

extension Context {
    /// The files of sources, whole and broken ones.
    func sourceFiles() throws -> SourceFiles { SourceFiles(try feedFolder()) }

    /// The same for changing them.
    ///
    /// - Throws: `CommandFailure` where they are those built in, or nothing may be written.
    func editableSourceFiles() throws -> SourceFiles {
        guard !options.readOnly else { throw CommandFailure(.readOnly) }
        let files = try sourceFiles()
        guard files.folder != nil else { throw CommandFailure(.builtInSources) }
        return files
    }
}

extension Context {
    /// What the store knows of each source; nothing where nothing was ever crawled.
    func sourceStandings() async throws -> [SourceID: SourceStanding] {
        do {
            return try await Crawling.sourceStandings(in: store(.reading))
        } catch StoreError.missing {
            return [:]
        }
    }
}
