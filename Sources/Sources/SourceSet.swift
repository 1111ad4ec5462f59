public import Model
import Reading
public import Text

/// All sources of a set of files, each id and each document once.
///
/// Of 205 feeds of one outlet in a peer's database 36 were distinct, and the outlet banned the crawler (mediacloud/backend
/// issue 189): addresses that differ by scheme, `www.`, closing slash or tracking parameters only are the same.
public struct SourceSet: Sendable {
    public var sources: [Source]
    /// What is wrong, file by file. The sources of the files that are right are there all the same.
    public var problems: [DocumentProblem]

    /// - Parameter files: in the order in which they are read; the first of two sources with one id or address stays.
    public init(_ files: [Result<SourceFile, DocumentProblems>]) {
        (sources, problems) = ([], [])
        var fileOfID: [SourceID: String] = [:]
        var idOfDocument: [String: SourceID] = [:]
        for file in files {
            switch file {
            case .failure(let found): problems += found.problems
            case .success(let file):
                for source in file.sources {
                    if let other = fileOfID[source.id] {
                        problems.append(
                            DocumentProblem(file: file.name, at: nil, "the id \"\(source.id)\" is used in \(other) too")
                        )
                    } else if let other = idOfDocument[source.documentKey] {
                        problems.append(
                            DocumentProblem(
                                file: file.name, at: nil,
                                "\"\(source.id)\" has the same address as \"\(other)\": \(source.url)"))
                    } else {
                        fileOfID[source.id] = file.name
                        idOfDocument[source.documentKey] = source.id
                        sources.append(source)
                    }
                }
            }
        }
    }
}

extension Source {
    /// The same for two spellings of one address.
    fileprivate var documentKey: String {
        guard let url = WebURL(url) else { return url }
        switch kind {
        case .feed, .sitemap, .page: return url.storyKey
        case .wordpress: return url.wordPressPosts().storyKey
        }
    }
}
