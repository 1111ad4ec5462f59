import Text

/// What the class, id and role of an element say about its content.
struct PageHints: OptionSet, Sendable {
    let rawValue: UInt8

    /// Not part of an article: navigation, share bars, comments, teasers of other articles.
    static let boilerplate = PageHints(rawValue: 1)
    /// Around an article rather than in it: by-line, caption, a widget. Prose in it may still belong.
    static let margin = PageHints(rawValue: 2)
    /// Named as the text of an article.
    static let body = PageHints(rawValue: 4)
    /// Cannot be seen.
    static let hidden = PageHints(rawValue: 8)
    static let caption = PageHints(rawValue: 16)
    static let embed = PageHints(rawValue: 32)

    /// The hints of the words of a class or id: `article-body__text`, `relatedPosts`.
    init(words bytes: Span<UInt8>, _ range: Range<Int>) {
        var hints = PageHints()
        var isArticle = false
        var hash = NameHash()
        var length = 0
        var previous: UInt8 = 32
        for at in range {
            let byte = bytes[at]
            let isUpper = (65...90).contains(byte)
            let isLetter = isUpper || (97...122).contains(byte)
            if !isLetter || (isUpper && (97...122).contains(previous)) {
                hints.finish(hash, length, &isArticle)
                hash = NameHash()
                length = 0
                if byte.isHTMLSpace { isArticle = false }
            }
            previous = byte
            guard isLetter else { continue }
            hash.add(byte | 0x20)
            length += 1
            if length >= 4, let stem = HintWords.stems[hash] { hints.formUnion(stem) }
        }
        hints.finish(hash, length, &isArticle)
        self = hints
    }

    /// A word has ended: looks it up, and joins `article` and `body` to one meaning.
    private mutating func finish(_ hash: NameHash, _ length: Int, _ isArticle: inout Bool) {
        guard length > 1 else { return }
        if let word = HintWords.words[hash] { formUnion(word) }
        if HintWords.articles[hash] != nil {
            if isArticle, HintWords.bodies[hash] != nil { insert(.body) }
            isArticle = true
        } else if isArticle, HintWords.bodies[hash] != nil {
            insert(.body)
        }
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }
}

extension PageHints {
    /// The hints of each node of a document.
    static func all(in document: HTMLDocument) -> [PageHints] {
        let bytes = document.bytes.span
        var all = Array(repeating: PageHints(), count: document.nodes.count)
        for index in document.nodes.indices where document.nodes[index].tag != .text {
            let node = document.nodes[index]
            var hints = ofTags[node.tag] ?? []
            for attribute in document.attributes[Int(node.lower)..<Int(node.upper)] {
                let range = Int(attribute.lower)..<Int(attribute.upper)
                hints.formUnion(PageHints(attribute.name, bytes, range))
            }
            // What an author puts into the text from elsewhere is called social, but belongs.
            if hints.contains(.embed) { hints.subtract([.boilerplate, .embed]) }
            if !(node.tag.isBlock || node.tag == .other) || node.tag == .p || node.tag.traits.contains(.heading) {
                hints.remove(.body)
            }
            all[index] = hints
        }
        return all
    }

    private init(_ name: HTMLAttribute, _ bytes: Span<UInt8>, _ range: Range<Int>) {
        switch name {
        case .class, .id: self.init(words: bytes, range)
        case .itemprop: self = bytes.spells("articleBody", range) ? .body : []
        case .role: self = PageHints.roles.contains { bytes.spells($0, range) } ? .boilerplate : []
        case .hidden: self = .hidden
        case .style: self = bytes.contains("display:none", range) ? .hidden : []
        case .href, .name, .property, .content, .datetime, .rel, .type, .lang, .title: self = []
        }
    }

    private static let ofTags: [HTMLTag: PageHints] = [
        .nav: .boilerplate, .footer: .boilerplate, .aside: .boilerplate, .menu: .boilerplate, .figcaption: .caption,
        .form: .margin, .header: .margin, .figure: .margin,
    ]

    private static let roles = ["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert"]
}

extension Span<UInt8> {
    /// Whether the bytes of `range` are those of `word`, in any case.
    func spells(_ word: String, _ range: Range<Int>) -> Bool {
        let word = word.utf8.span
        guard word.count == range.count else { return false }
        for at in 0..<word.count where self[range.lowerBound + at] | 0x20 != word[at] | 0x20 { return false }
        return true
    }

    /// Whether `word` stands in the range, in any case and without regard to blanks.
    func contains(_ word: String, _ range: Range<Int>) -> Bool {
        let word = word.utf8.span
        var matched = 0
        for at in range where self[at] != 32 {
            let byte = self[at] | 0x20
            matched = byte == word[matched] | 0x20 ? matched + 1 : (byte == word[0] | 0x20 ? 1 : 0)
            if matched == word.count { return true }
        }
        return false
    }
}

/// The words of class names that tell what an element is, in English, Malay and Indonesian.
///
/// Gathered from the templates of news sites; a word is here when it names a part that is never the article's text, or one
/// that always is. Whether a hint counts is decided with the text (see ``MainText``): a page's `body` may be called
/// `has-sidebar`.
enum HintWords {
    /// Beginnings of words.
    static let stems = table([
        (
            .boilerplate,
            """
            comment komen disqus share sharing sharer social sosmed related relate berkaitan terkait recommend recirc
            trending popular terpopuler newsletter subscri langganan signup advert iklan banner sponsor promo outbrain
            taboola mgid revcontent zergnet footer sidebar sidenav navbar navigation breadcrumb paginat pagenav cookie
            consent popup modal lightbox tagcloud taglist mostread readmore readnext upnext copyright disclaimer donat
            affiliate masthead topbar toolbar masonry loadmore morenews readalso bacajuga alsoread
            """
        ),
        (.margin, "byline author timestamp datetime publish meta credit slideshow carousel slider swiper gallery"),
        (.caption, "caption keterangan"),
        (
            .body,
            "articlebody articletext articlecontent storybody storytext storycontent entrycontent postcontent postbody"
        ),
    ])

    /// Whole words.
    static let words = table([
        (
            .boilerplate,
            """
            nav menu ad ads adv pager teaser teasers recommended login register search weather ticker poll quiz
            rating vote shop follow infobox toc skip gdpr also menus
            """
        ),
        (.margin, "bio tags widget widgets date time aside info tools video pullquote alert notice header"),
        (.embed, "embed embedded oembed tweet"),
    ])

    static let articles = table([
        (
            .body,
            "article articles artikel entry post story news berita blog single detail"
        )
    ])
    static let bodies = table([
        (.body, "body content text copy main isi kandungan paragraph paragraphs entry detail details")
    ])

    private static func table(_ rows: [(PageHints, String)]) -> NameTable<PageHints> {
        NameTable(
            rows.flatMap { hints, words in
                words.utf8.split(whereSeparator: \.isHTMLSpace).map { (NameHash($0), hints) }
            })
    }
}
