import Bundled
import Identifying
import Model

/// The tables that ship with the program, read once.
enum Tables {
    static let gazetteer = Result { try Gazetteer(files: BundledFile.files(in: "Lexicons").map { ($0.path, $0.text) }) }
}

/// What the shipped tables find in an article.
func identified(
    _ text: String, title: String = "", published: Instant? = nil
) throws -> Identification {
    identify(title: title, text: text, published: published, using: try Tables.gazetteer.get())
}
