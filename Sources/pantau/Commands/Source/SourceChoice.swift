import Crawling
import Model
import Reading
import Terminal
import Text

/// What a site offers, shown as a numbered table, and which of it a person wants.
struct SourceChoice {
    let found: [FoundSource]
    let known: [AddressKey: SourceID]
    let context: Context

    /// The one that was asked for, the first, or the one that the person at the terminal names.
    ///
    /// - Throws: `CommandFailure` where nobody can be asked, and where the person leaves.
    func chosen(takesFirst: Bool) throws -> FoundSource {
        guard let best = found.first else { throw CommandFailure(.cancelled) }
        // Somebody who types the address of a feed has chosen.
        if best.evidence == .given { return best }
        if takesFirst { return best }
        guard context.isInteractive, context.output.format == .table else {
            if context.output.isJSON { context.output.json(json) } else { write() }
            throw CommandFailure(.chooseFound(found.count))
        }
        write()
        return try asked()
    }

    private func asked() throws -> FoundSource {
        while true {
            context.output.prompt(.askFound)
            // The end of input is no answer.
            guard let answer = readLine()?.lowercased(), answer != "q" else { throw CommandFailure(.cancelled) }
            if answer.isEmpty { return found[0] }
            if let number = Int(answer), found.indices.contains(number - 1) { return found[number - 1] }
        }
    }

    /// The table for people, records for pipes.
    func write() {
        let output = context.output
        guard output.format == .table else {
            for (index, one) in found.enumerated() { output.record(["\(index + 1)"] + fields(one)) }
            return
        }
        let language = context.language
        let table = Table(
            [
                .init("#", .right), .init(language.phrase("KIND", "JENIS")),
                .init(language.phrase("ITEMS", "BERITA"), .right),
                .init(language.phrase("NEWEST", "TERBAHARU"), dropOrder: 1),
                .init(language.phrase("LANG", "BAHASA"), dropOrder: 2),
                .init(language.phrase("ADDRESS", "ALAMAT"), minimum: 20),
                .init(language.phrase("KNOWN AS", "DIKENALI"), dropOrder: 0),
            ],
            rows: found.enumerated().map { index, one in
                let kind = one.isOfComments ? language.phrase("comments", "ulasan") : one.kind.rawValue
                return [
                    StyledText("\(index + 1)"), StyledText(one.isNews ? "news " + kind : kind),
                    StyledText("\(one.items)"), StyledText(newest(one) ?? "-"),
                    StyledText(one.language?.language.rawValue ?? "-"), StyledText(one.url.href),
                    StyledText(known[AddressKey(one.url)]?.value ?? ""),
                ]
            })
        for line in table.lines(width: output.terminal.columns, glyphs: output.terminal.glyphs) { output.line(line) }
    }

    private func newest(_ one: FoundSource) -> String? { one.newest.map { String($0.iso.prefix(10)) } }

    private func fields(_ one: FoundSource) -> [String] {
        [
            one.kind.rawValue, "\(one.items)", one.newest?.iso ?? "", one.language?.language.rawValue ?? "",
            one.url.href, one.title, known[AddressKey(one.url)]?.value ?? "",
        ]
    }

    /// `pantau.source.found/1`
    var json: JSONValue { ["schema": "pantau.source.found/1", "items": .array(items)] }

    /// Each find, the best first.
    var items: [JSONValue] {
        found.map { one in
            .compact([
                ("kind", .string(one.kind.rawValue)), ("url", .string(one.url.href)), ("title", .string(one.title)),
                ("items", .integer(Int64(one.items))), ("dated", .integer(Int64(one.dated))),
                ("newest", one.newest.map { .string($0.iso) }),
                ("language", one.language.map { .string($0.language.rawValue) }),
                ("evidence", .string(one.evidence.rawValue)), ("news", .bool(one.isNews)),
                ("comments", .bool(one.isOfComments)),
                ("known_as", known[AddressKey(one.url)].map { .string($0.value) }),
            ])
        }
    }
}
