import Foundation

/// `embed-files OUTPUT ROOT FILE…` writes a Swift file with the text of each FILE, named by its path below ROOT.
///
/// String literals compile in time proportional to their length; byte arrays (SwiftPM's own `.embedInCode`) took minutes
/// for the 340 kB of places.
@main
enum EmbedFiles {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else {
            FileHandle.standardError.write(Data("usage: embed-files OUTPUT ROOT FILE...\n".utf8))
            exit(64)
        }
        let root = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
        var source = "extension BundledFile {\n    static let all: [BundledFile] = [\n"
        for path in arguments.dropFirst(3) {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            guard !text.contains("\"\"\"##") else { throw CocoaError(.fileReadCorruptFile) }
            let name = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
            source += "        BundledFile(path: \"\(name)\", text: ##\"\"\"\n\(text)\n\"\"\"##),\n"
        }
        source += "    ]\n}\n"
        try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
    }
}
