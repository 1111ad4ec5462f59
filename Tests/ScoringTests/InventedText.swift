import Foundation
import Scoring
import Text

/// Invented pieces of writing: news, summaries of feeds, posts, messages, columns. Their people, places and events do not
/// exist, and they were written before anybody saw how the rules score them.
enum InventedText {
    /// Of every file in `InventedTexts`, in the order of their names; a file that cannot be read has none, which
    /// `theTextsAreThere` notices.
    static let all: [ScoringExample] = files("jsonl").flatMap { url in
        guard let content = try? String(contentsOf: url, encoding: .utf8) else { return [ScoringExample]() }
        return (try? ScoringExample.read(content, file: url.lastPathComponent)) ?? []
    }

    /// What the rules get wrong of them, and we know it.
    static let known: Result<KnownFailures, any Error> = Result {
        guard let url = files("txt").first else { return KnownFailures() }
        let content = try String(contentsOf: url, encoding: .utf8)
        return try KnownFailures(content, file: "known.txt", examples: Set(all.map(\.id)))
    }

    private static func files(_ kind: String) -> [URL] {
        let urls = Bundle.module.urls(forResourcesWithExtension: kind, subdirectory: "InventedTexts") ?? []
        return urls.map { $0 as URL }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}
