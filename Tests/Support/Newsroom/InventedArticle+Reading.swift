import Documents
import Foundation
import Model
import Text

extension InventedArticle {
    /// The 120 articles of the newsroom, in the order of their ids.
    ///
    /// - Throws: `DocumentProblem` with file and line where a file has a mistake.
    public static func all() throws -> [InventedArticle] { try loaded.get() }

    /// Read once a process: dozens of tests start a newsroom of their own.
    private static let loaded = Result { try read() }

    private static func read() throws -> [InventedArticle] {
        guard let folder = Bundle.module.url(forResource: "Articles", withExtension: nil) else {
            throw DocumentProblem(file: "Articles", at: nil, "the folder is missing from the build")
        }
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "md" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { url in
                try InventedArticle(
                    parsing: String(contentsOf: url, encoding: .utf8), file: url.lastPathComponent)
            }
    }

    /// Reads one file: a YAML front matter between two lines `---`, then paragraphs separated by empty lines.
    ///
    /// - Parameter file: its name, which gives the id.
    /// - Throws: `DocumentProblem`.
    public init(parsing text: String, file: String) throws {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
            throw DocumentProblem(file: file, at: .init(line: 1, column: 1), "the front matter is missing")
        }
        // The opening line stays in the text, as YAML's own document mark, so that line numbers are the file's.
        let matter = try FrontMatter(lines[..<end].joined(separator: "\n"), file: file)
        try self.init(matter, id: file.hasSuffix(".md") ? String(file.dropLast(3)) : file)
        paragraphs = lines[(end + 1)...].split { $0.allSatisfy(\.isWhitespace) }.map { $0.joined(separator: " ") }
        guard !paragraphs.isEmpty else { throw matter.problem("there is no text", at: nil) }
    }

    private init(_ matter: FrontMatter, id: String) throws {
        self.init(
            id: id,
            outlets: try matter.values("outlet", or: "is not an outlet's id") { SourceID($0) },
            language: try matter.value("lang", or: "is not a language") { Language(rawValue: $0) },
            title: try matter.value("title") { $0 },
            author: matter.text("author"),
            age: try matter.value("ago", or: "is no age such as 90m, 7h or 2d") { TimeSpan(ago: $0) },
            section: try matter.value("section") { $0 },
            label: try matter.value("label", or: "is not yes, borderline or no") { Label(rawValue: $0) },
            needs: try matter.values("needs", or: "is not a need") { Need(rawValue: $0) },
            urgency: try matter.optional("urgency", or: "is not an urgency") { Urgency(rawValue: $0) },
            event: matter.text("event"),
            trap: try matter.optional("trap", or: "is not a kind of trap") { Trap(rawValue: $0) },
            persons: try matter.values("persons", or: "is not a person such as Nama Penuh, 34") { Person(printed: $0) },
            state: matter.text("state"), district: matter.text("district"), caption: matter.text("caption"),
            summary: matter.text("summary"), paragraphs: [])
        try matter.refuseOtherKeys()
    }
}

extension InventedArticle.Person {
    /// `Nama Penuh, 34` or `Nama Penuh`.
    fileprivate init?(printed text: String) {
        let parts = text.split(separator: ", ", maxSplits: 1)
        guard let name = parts.first else { return nil }
        let age = parts.count == 2 ? Int(parts[1]) : nil
        guard parts.count == 1 || age != nil else { return nil }
        self.init(name: String(name), age: age)
    }
}

extension TimeSpan {
    /// `90m`, `7h` or `2d`.
    fileprivate init?(ago text: String) {
        guard let unit = text.last, let number = Int64(text.dropLast()), number >= 0 else { return nil }
        switch unit {
        case "m": self = .minutes(number)
        case "h": self = .hours(number)
        case "d": self = .days(number)
        default: return nil
        }
    }
}
