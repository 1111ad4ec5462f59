import Text

/// The elements that the reading of pages tells apart; all others are `other`.
enum HTMLTag: UInt8, CaseIterable, Sendable {
    /// Not elements: the root of a document, and a run of text.
    case root, text
    case other
    case a, abbr, address, area, article, aside, audio, b, base, big, blockquote, body, br, button, canvas, caption,
        center
    case cite, code, col, colgroup, dd, del, details, dialog, dir, div, dl, dt, em, embed, fieldset, figcaption, figure
    case font, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img,
        input
    case ins, kbd, label, legend, li, link, main, map, mark, math, menu, meta, nav, noembed, noframes, noscript, object,
        ol
    case optgroup, option, p, param, picture, pre, q, s, samp, script, search, section, select, small, source, span,
        strike
    case strong, style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr
    case track, tt, u, ul, `var`, video, wbr, xmp

    /// How an element behaves.
    struct Traits: OptionSet, Sendable {
        var rawValue: UInt16

        /// Begins a new line of text and is not closed by the end tags of inline elements around it.
        static let block = Traits(rawValue: 1)
        /// Has no content and no end tag.
        static let void = Traits(rawValue: 2)
        /// Its content is text without tags, up to its own end tag.
        static let raw = Traits(rawValue: 4)
        /// Its content is not text of the page.
        static let silent = Traits(rawValue: 8)
        /// End tags inside it do not close what is outside.
        static let scope = Traits(rawValue: 16)
        /// Its start tag closes an open paragraph.
        static let closesParagraph = Traits(rawValue: 32)
        static let heading = Traits(rawValue: 64)
        /// Belongs into `head`; any other element's start tag ends the head.
        static let head = Traits(rawValue: 128)
        /// Raw text that is kept as a text node.
        static let keptRaw = Traits(rawValue: 256)
        /// Is closed by its end tag from anywhere in its table.
        static let tablePart = Traits(rawValue: 512)
        /// Its content is for browsers that cannot show it.
        static let fallback = Traits(rawValue: 1024)
    }

    private static let traitTable: [(Traits, [HTMLTag])] = [
        (
            .block,
            [
                .root, .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog, .dir,
                .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .frameset, .h1, .h2, .h3, .h4, .h5,
                .h6,
                .head, .header, .hgroup, .hr, .html, .legend, .li, .main, .menu, .nav, .ol, .optgroup, .option, .p,
                .pre,
                .search, .section, .select, .summary, .table, .tbody, .td, .template, .textarea, .tfoot, .th, .thead,
                .tr,
                .ul, .xmp, .noscript, .object, .video, .audio, .iframe, .button, .title,
            ]
        ),
        (
            .void,
            [
                .area, .base, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param, .source, .track, .wbr,
            ]
        ),
        (.raw, [.script, .style, .title, .textarea, .xmp, .iframe, .noembed, .noframes, .svg, .math]),
        (.keptRaw, [.title, .script, .xmp]),
        (
            .silent,
            [
                .script, .style, .title, .textarea, .iframe, .noembed, .noframes, .svg, .math, .template, .select,
                .button,
                .head, .object, .audio, .video, .canvas, .map, .noscript, .dialog,
            ]
        ),
        (.fallback, [.object, .audio, .video, .canvas, .noscript, .map]),
        (.scope, [.root, .td, .th, .caption, .table, .template, .object]),
        (.tablePart, [.table, .caption, .colgroup, .tbody, .thead, .tfoot, .tr, .td, .th]),
        (
            .closesParagraph,
            [
                .address, .article, .aside, .blockquote, .center, .dd, .details, .dialog, .dir, .div, .dl, .dt,
                .fieldset,
                .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .li, .main,
                .menu, .nav, .ol, .p, .pre, .search, .section, .summary, .table, .ul, .xmp,
            ]
        ),
        (.heading, [.h1, .h2, .h3, .h4, .h5, .h6]),
        (.head, [.head, .html, .base, .link, .meta, .noscript, .script, .style, .template, .title, .other]),
    ]

    private static let traitsByTag: [Traits] = {
        var traits = Array(repeating: Traits(), count: allCases.count)
        for (trait, tags) in traitTable {
            for tag in tags { traits[Int(tag.rawValue)].insert(trait) }
        }
        return traits
    }()

    var traits: Traits { HTMLTag.traitsByTag[Int(rawValue)] }
    var isBlock: Bool { traits.contains(.block) }

    /// Which open elements the start tag of this one ends, unless one of the others was opened inside them.
    var implied: Implied? { HTMLTag.impliedByTag[Int(rawValue)] }

    struct Implied: Sendable {
        var ends: [HTMLTag]
        var within: [HTMLTag]
    }

    private static let impliedByTag: [Implied?] = {
        let list = Implied(ends: [.li], within: [.ul, .ol, .menu, .dir, .table])
        let terms = Implied(ends: [.dd, .dt], within: [.dl, .table])
        let cell = Implied(ends: [.td, .th], within: [.table])
        let rows = Implied(ends: [.tbody, .thead, .tfoot, .caption, .colgroup], within: [.table])
        let table: [HTMLTag: Implied] = [
            .li: list, .dd: terms, .dt: terms, .td: cell, .th: cell, .tbody: rows, .thead: rows, .tfoot: rows,
            .tr: Implied(ends: [.tr, .caption, .colgroup], within: [.table]),
            .option: Implied(ends: [.option], within: [.select]),
            .optgroup: Implied(ends: [.option, .optgroup], within: [.select]),
        ]
        return allCases.map { table[$0] }
    }()

    private static let byName: NameTable<HTMLTag> = {
        let tags = allCases.filter { $0.rawValue > HTMLTag.other.rawValue }.map { ("\($0)", $0) }
        return NameTable((tags + mobileTags).map { (NameHash($0.0.utf8), $0.1) })
    }()

    /// Elements of accelerated mobile pages (AMP), read as the ones of HTML that mean the same.
    private static let mobileTags: [(String, HTMLTag)] = [
        ("amp-ad", .aside), ("amp-sticky-ad", .aside), ("amp-embed", .aside), ("amp-social-share", .aside),
        ("amp-sidebar", .nav), ("amp-consent", .dialog), ("amp-user-notification", .dialog), ("amp-lightbox", .dialog),
    ]

    /// The element with a name in lower case; a name that is not known is `other`.
    init(_ name: NameHash) { self = HTMLTag.byName[name] ?? .other }
}

/// The attributes that are kept. The rest of a tag is passed over, however long.
enum HTMLAttribute: UInt8, CaseIterable, Sendable {
    case `class`, id, href, name, property, content, itemprop, datetime, rel, type, lang, role, style, hidden, title

    private static let byName = NameTable(allCases.map { (NameHash("\($0)".utf8), $0) })

    init?(_ name: NameHash) {
        guard let attribute = HTMLAttribute.byName[name] else { return nil }
        self = attribute
    }
}
