import Text

/// What a page says of itself in its head: `meta`, `link`, `title`, and the base of its addresses.
struct PageMetadata: Sendable {
    /// The `content` of each `meta` by its lower-case `property`, `name` or `itemprop`, in their order.
    private(set) var values: [String: [String]] = [:]
    private(set) var title: String?
    private(set) var canonical: String?
    private(set) var language: String?
    private(set) var base: String?
    /// Where the script with the data of a page that scripts build stands among the nodes; see ``PageState``.
    private(set) var state: Int?
    /// The texts of the JSON-LD scripts.
    private(set) var linkedData: [String] = []

    /// Pages have up to 200; a flood of them costs no more than this many.
    private static let maximumMetas = 1_000
    private static let maximumScripts = 20
    private static let value = NameHash("value".utf8)

    init(_ document: HTMLDocument) {
        var metas = 0
        for index in document.nodes.indices {
            let tag = document.nodes[index].tag
            if tag == .meta, metas < PageMetadata.maximumMetas {
                metas += 1
                addMeta(document, index)
            } else if tag == .title {
                title = title ?? document.rawText(of: index)
            } else if tag == .link {
                addLink(document, index)
            } else if tag == .html {
                language = document.value(.lang, of: index)
            } else if tag == .base {
                base = base ?? document.value(.href, of: index)
            } else if tag == .script {
                addScript(document, index)
            }
        }
    }

    private mutating func addScript(_ document: HTMLDocument, _ index: Int) {
        if let id = document.rawValue(.id, of: index),
            ["__NEXT_DATA__", "__NUXT_DATA__"].contains(where: { document.bytes.span.spells($0, id) })
        {
            state = index
            return
        }
        guard linkedData.count < PageMetadata.maximumScripts, let type = document.rawValue(.type, of: index),
            document.bytes.span.contains("ld+json", type),
            let text = document.rawText(of: index, decoded: false)
        else { return }
        linkedData.append(text)
    }

    private mutating func addMeta(_ document: HTMLDocument, _ index: Int) {
        // Some templates write `value` for `content`.
        guard let content = document.value(.content, of: index) ?? document.value(named: PageMetadata.value, of: index),
            !content.isEmpty
        else { return }
        for attribute in [HTMLAttribute.property, .name, .itemprop] {
            guard let name = document.value(attribute, of: index) else { continue }
            values[name.lowercased(), default: []].append(content)
        }
    }

    private mutating func addLink(_ document: HTMLDocument, _ index: Int) {
        guard canonical == nil, let rel = document.rawValue(.rel, of: index),
            document.bytes.span.spells("canonical", rel)
        else { return }
        canonical = document.value(.href, of: index)
    }

    /// Where the head has the headline besides `title`, the truest first.
    static let titleNames = [
        "og:title", "twitter:title", "parsely-title", "sailthru.title", "citation_title", "dc.title", "dcterms.title",
        "headline", "fb_title", "rbtitle", "title",
    ]

    /// The titles that the head gives, the one for readers elsewhere first.
    var titles: [String] {
        [first(of: PageMetadata.titleNames), title?.cleanedLine()].compactMap { $0 }
    }

    /// The first value that is not blank, by the order of the names.
    func first(of names: [String]) -> String? {
        for name in names {
            for value in values[name] ?? [] {
                let clean = value.cleanedLine(limit: 1_000)
                if !clean.isEmpty { return clean }
            }
        }
        return nil
    }

    func all(of names: [String]) -> [String] {
        names.flatMap { values[$0] ?? [] }.map { $0.cleanedLine(limit: 1_000) }.filter { !$0.isEmpty }
    }
}

extension HTMLDocument {
    /// The raw text inside a `title` or `script`.
    func rawText(of index: Int, decoded: Bool = true) -> String? {
        guard index + 1 < Int(nodes[index].end), nodes[index + 1].tag == .text else { return nil }
        if decoded { return text(of: index + 1) }
        return String(decoding: bytes[Int(nodes[index + 1].lower)..<Int(nodes[index + 1].upper)], as: UTF8.self)
    }
}
