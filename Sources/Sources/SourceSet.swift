public import Model
public import Text

/// All sources of a set of files, each id and each address once.
public struct SourceSet: Sendable {
    public var sources: [Source]
    /// What is wrong, file by file. The sources of the files that are right are there all the same.
    public var problems: [DocumentProblem]

    /// - Parameter files: in the order in which they are read; the first of two sources with one id or address stays.
    public init(_ files: [Result<SourceFile, DocumentProblems>]) {
        (sources, problems) = ([], [])
        var fileOfID: [SourceID: String] = [:]
        var idOfURL: [String: SourceID] = [:]
        for file in files {
            switch file {
            case .failure(let found): problems += found.problems
            case .success(let file):
                for source in file.sources {
                    if let other = fileOfID[source.id] {
                        problems.append(
                            DocumentProblem(file: file.name, at: nil, "the id \"\(source.id)\" is used in \(other) too")
                        )
                    } else if let other = idOfURL[source.url] {
                        problems.append(
                            DocumentProblem(
                                file: file.name, at: nil, "\"\(source.id)\" has the same address as \"\(other)\""))
                    } else {
                        fileOfID[source.id] = file.name
                        idOfURL[source.url] = source.id
                        sources.append(source)
                    }
                }
            }
        }
    }
}
