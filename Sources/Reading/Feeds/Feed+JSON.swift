import Model
public import Text

extension Feed {
    /// The feed as `pantau tool parse-feed` prints it, in the names of feedparser.
    ///
    /// As there, titles and texts are HTML: `&`, `<` and `>` are references. What handles them as HTML shows the text and
    /// runs nothing; there is no tag in them.
    public var json: JSONValue {
        let damage = damage.map(\.rawValue).sorted()
        return .compact([
            ("version", .string(format.rawValue)), ("encoding", .string(charset.name)),
            ("bozo", .bool(!damage.isEmpty)), ("damage", .array(damage.map { .string($0) })),
            (
                "feed",
                .compact([
                    ("title", .html(title)), ("link", .text(link)), ("id", .text(id)), ("subtitle", .html(subtitle)),
                    ("language", .text(language)), ("published", .date(published)), ("updated", .date(updated)),
                    ("author", .text(author)),
                ])
            ),
            ("entries", .array(entries.map(\.json))),
        ])
    }
}

extension FeedEntry {
    /// One item of ``Feed/json``.
    var json: JSONValue {
        .compact([
            ("id", .text(id)), ("title", .html(title)), ("link", .text(link)), ("published", .date(published)),
            ("updated", .date(updated)), ("summary", .html(summary)), ("content", .html(content)),
            // As in feedparser, it is the last of several; `authors` has them all.
            ("author", .text(authors.last)), ("authors", .list(authors)), ("categories", .list(categories)),
            ("enclosures", enclosures.isEmpty ? nil : .array(enclosures.map(\.json))), ("language", .text(language)),
        ])
    }
}

extension FeedEntry.Enclosure {
    fileprivate var json: JSONValue {
        .compact([("href", .string(link)), ("type", .text(type)), ("length", length.map { .integer(Int64($0)) })])
    }
}

extension JSONValue {
    fileprivate static func text(_ text: String?) -> JSONValue? { text.map { .string($0) } }

    fileprivate static func list(_ items: [String]) -> JSONValue? {
        items.isEmpty ? nil : .array(items.map { .string($0) })
    }

    /// A month or year is shown by its first day: readers of feeds know no shorter form.
    fileprivate static func date(_ date: PublishedDate?) -> JSONValue? {
        guard var date else { return nil }
        if date.precision == .month || date.precision == .year { date.precision = .day }
        return .string(date.iso)
    }

    private static func reference(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        default: nil
        }
    }

    private static func isMarkUp(_ bytes: ByteWord) -> UInt64 {
        bytes.mark(equalTo: UInt8(ascii: "&")) | bytes.mark(equalTo: UInt8(ascii: "<"))
            | bytes.mark(equalTo: UInt8(ascii: ">"))
    }

    fileprivate static func html(_ text: String?) -> JSONValue? {
        guard let text else { return nil }
        let bytes = text.utf8.span
        guard let first = bytes.nextOffset(in: 0..<bytes.count, marking: isMarkUp) else { return .string(text) }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + 64)
        var plain = 0
        var mark: Int? = first
        while let index = mark, let reference = reference(bytes[index]) {
            out.append(bytes.extracting(plain..<index))
            out += reference.utf8
            plain = index + 1
            mark = bytes.nextOffset(in: plain..<bytes.count, marking: isMarkUp)
        }
        out.append(bytes.extracting(plain..<bytes.count))
        return .string(String(decoding: out, as: UTF8.self))
    }
}
