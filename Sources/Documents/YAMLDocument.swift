public import Text
import Yams

/// Reads one YAML document into nodes that know their place.
///
/// - Parameter file: the name used in messages.
/// - Throws: `DocumentProblem` for bad syntax, a repeated key, a key that is no plain text, or more than 200,000 nodes.
public func readYAML(_ text: String, file: String) throws(DocumentProblem) -> DocumentNode {
    let root: Node?
    do {
        root = try composed(text)
    } catch let error as YamlError {
        throw problem(from: error, file: file)
    } catch {
        throw DocumentProblem(file: file, at: nil, "\(error)")
    }
    guard let root else { return DocumentNode(.map([]), at: .init(line: 1, column: 1)) }
    // Yams shares the nodes that aliases name; writing them out is where nine lines of aliases become gigabytes.
    var remaining = 200_000
    return try convert(root, file: file, remaining: &remaining)
}

/// Keys are compared to find one that stands twice. Yams asks of each what it is by regular expressions, for `1` and "1"
/// are different keys: half of its time. Where no two are the same text, none of them are the same, unless somebody names
/// their kinds (`!!int 1`).
private func composed(_ text: String) throws -> Node? {
    guard !text.utf8.contains(UInt8(ascii: "!")) else { return try Yams.compose(yaml: text) }
    do {
        return try Yams.compose(yaml: text, .basic)
    } catch YamlError.duplicatedKeysInMapping {
        return try Yams.compose(yaml: text)
    }
}

private func convert(
    _ node: Node, file: String, remaining: inout Int
) throws(DocumentProblem) -> DocumentNode {
    let mark = node.mark.map { DocumentNode.Mark(line: $0.line, column: $0.column) } ?? .init(line: 1, column: 1)
    remaining -= 1
    guard remaining > 0 else { throw DocumentProblem(file: file, at: mark, "the file has more than 200,000 nodes") }
    switch node {
    case .scalar(let scalar):
        let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
        return DocumentNode(.scalar(scalar.string, isQuoted: isQuoted), at: mark)
    case .sequence(let sequence):
        var items: [DocumentNode] = []
        for item in sequence { items.append(try convert(item, file: file, remaining: &remaining)) }
        return DocumentNode(.list(items), at: mark)
    case .mapping(let mapping):
        var entries: [DocumentNode.Entry] = []
        for (key, value) in mapping {
            let keyMark = key.mark.map { DocumentNode.Mark(line: $0.line, column: $0.column) } ?? mark
            guard let name = key.scalar?.string else {
                throw DocumentProblem(file: file, at: keyMark, "a key must be plain text")
            }
            entries.append(
                .init(key: name, keyMark: keyMark, value: try convert(value, file: file, remaining: &remaining)))
        }
        return DocumentNode(.map(entries), at: mark)
    case .alias:
        throw DocumentProblem(file: file, at: mark, "aliases (*name) are not used here; write the value out")
    }
}

private func problem(from error: YamlError, file: String) -> DocumentProblem {
    switch error {
    case .scanner(_, let reason, let mark, _), .parser(_, let reason, let mark, _),
        .composer(_, let reason, let mark, _):
        return DocumentProblem(file: file, at: .init(line: mark.line, column: mark.column), reason)
    case .duplicatedKeysInMapping(let duplicates, let context):
        let key = duplicates.first ?? ""
        let mark = context.mark
        return DocumentProblem(file: file, at: .init(line: mark.line, column: mark.column), "\"\(key)\" stands twice")
    default:
        return DocumentProblem(file: file, at: nil, "\(error)")
    }
}
