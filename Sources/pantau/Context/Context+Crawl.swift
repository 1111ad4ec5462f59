import ArgumentParser
import Bundled
import Crawling
import Documents
import Fetching
import Hashing
import Identifying
import Scoring
import Settings
import Text

extension Context {
    /// The engine that fetches, with the contact and the limits of the settings.
    ///
    /// - Parameter hosts: `host:port` pairs besides those of the settings.
    func fetcher(allowing hosts: [String] = []) throws -> Fetcher {
        guard let agent = UserAgent(version: Pantau.configuration.version, contact: settings.contact ?? "") else {
            throw CommandFailure(
                .badFile("\(settingsFile ?? "config.yaml"): \"contact\" cannot stand in a header", exit: .configuration)
            )
        }
        var limits = FetchLimits()
        limits.total = settings.timeout
        limits.connect = min(limits.connect, settings.timeout)
        limits.stall = min(limits.stall, settings.timeout)
        do {
            let allowed = try AllowList(settings.allowHosts + hosts)
            return Fetcher(as: agent, limits: limits, allowing: allowed, inFlight: settings.parallel)
        } catch {
            throw CommandFailure(.usage("\(error)", command: "crawl"))
        }
    }

    /// The rules, places and names by which articles are read.
    ///
    /// - Throws: `CommandFailure` with every mistake in the files.
    func articleReader() throws -> ArticleReader {
        let folder = try lexiconFolder()
        do throws(DocumentProblems) {
            let gazetteer = try Gazetteer(files: folder.files.map { (path: $0.path, text: $0.text) })
            return ArticleReader(lexicon: try folder.lexicon(), gazetteer: gazetteer)
        } catch {
            throw CommandFailure(.badFile(error.description, exit: .badData))
        }
    }
}

extension DataFolder {
    /// The rules: every YAML file below `rules/`.
    ///
    /// - Throws: every mistake in any of the files.
    func lexicon() throws(DocumentProblems) -> Lexicon {
        var documents: [LexiconDocument] = []
        var problems: [DocumentProblem] = []
        for file in files where file.path.contains("rules/") && file.path.hasSuffix(".yaml") {
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
