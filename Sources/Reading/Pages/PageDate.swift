public import Model
import Text

/// When the article of a page was published: the first place that gives a date that can be, truest first. A later place may
/// add the time of the same day.
struct PageDate {
    private(set) var published: PublishedDate?

    init(
        _ document: HTMLDocument, _ metadata: PageMetadata, _ linked: LinkedData, _ main: MainText, url: WebURL?,
        now: Instant
    ) {
        let visible = VisibleDates(document: document, main: main)
        let places: [(PublishedDate.Origin, () -> [String])] = [
            (.jsonLD, { linked.published.map { [$0] } ?? [] }), (.meta, { metadata.all(of: PageDate.metaNames) }),
            (.meta, { visible.marked().published }),
            (.url, { url.flatMap { PageDate.day(inPathOf: $0) }.map { [$0] } ?? [] }),
            (.text, visible.aroundHeadline), (.text, visible.named),
            (.jsonLD, { linked.videoPublished.map { [$0] } ?? [] }),
            (.meta, { linked.modified.map { [$0] } ?? [] }),
            (.meta, { metadata.all(of: PageDate.modifiedNames) }), (.meta, { visible.marked().modified }),
        ]
        for (origin, texts) in places {
            for text in texts() {
                guard let date = PageDate.read(text, now: now, origin: origin), PageDate.canBe(date, now) else {
                    continue
                }
                guard let known = published else {
                    published = date
                    break
                }
                if date.hasTime, date.isSameDay(as: known) { published = date }
            }
            if published?.hasTime == true { return }
        }
    }

    /// In lower case; the surest first.
    private static let metaNames = words(
        """
        article:published_time og:article:published_time og:published_time article:published article:published_date
        article:publish_date article:published_at datepublished publishdate publish-date publish_date published_time
        published-date published_date published_at published pub_date pub-date publication_date publication-date publicationdate pubdate og:pubdate
        article.published article_date_original parsely-pub-date sailthru.date bt:pubdate vr:published_time rnews:datepublished
        cxenseparse:recs:publishtime cxenseparse:publishtime cxenseparse:recs:pubdate originalpublicationdate dc.date.issued
        dcterms.issued dc.date.published dc.date dcterms.created dcterms.date dc.date.created date.created date.issued
        article:post_date article:publicationdate article:publish_time og:publish_date og:datepublished og:regdate
        shareaholic:article_published_time dcsext.articlefirstpublished mediator_published_time twt-published-at
        analyticsattributes.articledate rbpubdate publisheddate date_published dateposted dc.date.publication dc:date
        dc:created dc.created gentime ptime pdate doc_date content_create_date release_date
        datecreated prism.publicationdate created-date date-created creation_date article:created_time citation_publication_date citation_online_date citation_date displaydate
        display_date publish_time publishtime iso-8601-publish-date article:create_time article.created created create_date
        weibo:article:create_at weibo:webpage:create_at uploaddate date
        """)

    private static let modifiedNames = words(
        """
        article:modified_time og:updated_time datemodified article:modified lastmod last-modified dcterms.modified modified
        modified-date date-modified dc.date.modified revised
        """
    )

    private static func words(_ text: String) -> [String] { text.split { $0 == " " || $0 == "\n" }.map(String.init) }

    /// News sites have pages since 1995; a date later than tomorrow is a mistake.
    private static func canBe(_ date: PublishedDate, _ now: Instant) -> Bool {
        date.instant < now + .days(1) && CivilTime(date.instant, offset: date.offset).year >= 1995
    }

    private static func read(_ text: String, now: Instant, origin: PublishedDate.Origin) -> PublishedDate? {
        switch origin {
        case .jsonLD, .meta, .feed, .sitemap, .url: return readDate(text, now: now, origin: origin)
        case .text: break
        }
        let facts = text.split { "|·•⋅".contains($0) }.map { String($0).cleanedLine() }
        // A lone year, or a day without one, may be anything: a figure in the story, a holiday.
        guard yearRange(in: text) != nil else {
            let ago = facts.first { $0.hasSuffix(" ago") || $0.hasSuffix(" lalu") }
            return ago.flatMap { readDate($0, now: now, origin: .text) }
        }
        // The date may stand among other facts: a name, the time that reading takes.
        var day: PublishedDate?
        for fact in facts.count > 1 ? [text] + facts : [text] {
            guard let year = yearRange(in: fact) else { continue }
            for reading in readings(of: fact, year: year) {
                guard let date = readDate(reading, now: now, origin: .text) else { continue }
                if date.hasTime { return date }
                guard date.precision == .day else { continue }
                day = day ?? date
                break
            }
        }
        return day
    }

    /// The text with what may stand around a date taken off: a label ("Diterbitkan pada"), a name, a word behind the year.
    private static func readings(of text: String, year: Range<String.Index>) -> [String] {
        guard let digit = text.firstIndex(where: { ("0"..."9").contains($0) }) else { return [] }
        var starts = [text.startIndex]
        if let label = text[..<digit].lastIndex(where: { $0 == ":" || $0 == "|" }) {
            starts.append(text.index(after: label))
        }
        // Up to two words before the number may be a weekday or a month.
        let words = text[..<digit].split(separator: " ")
        starts += [2, 1].compactMap { words.count >= $0 ? words[words.count - $0].startIndex : nil }
        starts.append(digit)
        // Behind the last digit of a time may stand where the story came from.
        let time = text.lastIndex { ("0"..."9").contains($0) }.map { text.index(after: $0) } ?? text.endIndex
        return starts.map { String(text[$0...]) } + starts.filter { $0 < time }.map { String(text[$0..<time]) }
            + starts.filter { $0 < year.lowerBound }.map { String(text[$0..<year.upperBound]) }
    }

    private static func yearRange(in text: String) -> Range<String.Index>? {
        text.split { !("0"..."9").contains($0) }
            .first { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
            .map { $0.startIndex..<$0.endIndex }
    }

    /// `2031-03-05` out of `/2031/03/05/`, `/2031/mar/05/`, `/20310305/` or `/berita-2031-03-05`.
    fileprivate static func day(inPathOf url: WebURL) -> String? {
        let folders = url.path.split(separator: "/")
        for index in folders.indices.dropLast(2) where folders[index].count == 4 {
            if let month = DateWords.month(folders[index + 1].lowercased()),
                let day = day(folders[index], Substring(String(month)), folders[index + 2])
            {
                return day
            }
        }
        let numbers = url.path.split { !("0"..."9").contains($0) }
        for (index, number) in numbers.enumerated() {
            if number.count == 8, let day = day(number.prefix(4), number.dropFirst(4).prefix(2), number.suffix(2)) {
                return day
            }
            if number.count == 4, index + 2 < numbers.count,
                let day = day(number, numbers[index + 1], numbers[index + 2])
            {
                return day
            }
        }
        return nil
    }

    private static func day(_ year: Substring, _ month: Substring, _ day: Substring) -> String? {
        guard month.count <= 2, day.count <= 2, let year = Int(year), (1995...2100).contains(year),
            let month = Int(month),
            let day = Int(day)
        else { return nil }
        return CivilTime(year: year, month: month, day: day)?.isoDay
    }
}

extension WebURL {
    /// The day that the path names (`/2031/03/05/`, `/berita-20310305`), for lists that give no date with their links.
    ///
    /// - Returns: nil where there is none, or one that no page of today can have.
    public func dateInPath(now: Instant) -> PublishedDate? {
        PageDate.day(inPathOf: self).flatMap { readDate($0, zone: CivilTime.malaysia, now: now, origin: .url) }
            .flatMap { $0.instant < now + .days(1) ? $0 : nil }
    }
}

extension PublishedDate {
    fileprivate var hasTime: Bool {
        switch precision {
        case .second, .minute: true
        case .day, .month, .year: false
        }
    }

    fileprivate func isSameDay(as other: PublishedDate) -> Bool {
        CivilTime(instant, offset: offset).isoDay == CivilTime(other.instant, offset: other.offset).isoDay
    }
}

/// The dates that a reader of the page sees.
private struct VisibleDates {
    let document: HTMLDocument
    let main: MainText

    /// The node from which on a date may be the article's: a little above its headline.
    private var start: Int { main.headline.map { main.lines[max(0, $0 - 8)].first } ?? 0 }

    /// What microdata or `time` mark as the date; what is named as the date of publication first.
    func marked() -> (published: [String], modified: [String]) {
        var named: [String] = []
        var others: [String] = []
        var modified: [String] = []
        let start = start
        for index in document.nodes.indices where named.count + others.count < 20 {
            let tag = document.nodes[index].tag
            guard tag != .text, tag != .meta else { continue }
            if isNamed(VisibleDates.published, index) {
                named += [value(of: index)].compactMap { $0 }
            } else if tag == .time || tag == .abbr, index > start, !main.isOut[index],
                let value = machineValue(of: index)
            {
                let label = label(of: index)
                if hasClass("published", or: "entry-date", index) || DateLabels.published(in: label) != nil {
                    named.append(value)
                } else if isNamed(VisibleDates.modified, index) || hasClass("updated", or: "modified", index)
                    || DateLabels.isModified(label)
                {
                    modified.append(value)
                } else {
                    others.append(value)
                }
            }
        }
        // Below the first two come the dates of other articles.
        return (named + others.prefix(2), Array(modified.prefix(1)))
    }

    /// The words in a `time`, and those before it: "Updated 5 March 2031".
    private func label(of index: Int) -> String {
        let end = min(Int(document.nodes[index].end), index + 4)
        let before = max(0, index - 1)
        let isOther = document.nodes[Int(document.nodes[before].parent)].tag == .time
        return ((isOther ? index : before)..<end).filter { document.nodes[$0].tag == .text }
            .map { String(document.text(of: $0).suffix(60)) }.joined(separator: " ")
    }

    private func value(of index: Int) -> String? {
        if let value = machineValue(of: index) { return value }
        // A box with more in it than a date is none.
        return Int(document.nodes[index].end) - index < 60 ? document.text(in: index) : nil
    }

    private func machineValue(of index: Int) -> String? {
        if let value = document.value(.datetime, of: index) ?? document.value(.content, of: index) { return value }
        return document.nodes[index].tag == .abbr ? document.value(.title, of: index) : nil
    }

    private func isNamed(_ properties: [String], _ index: Int) -> Bool {
        [HTMLAttribute.itemprop, .property].contains { name in
            document.rawValue(name, of: index).map { range in
                properties.contains { document.bytes.span.spells($0, range) }
            } ?? false
        }
    }

    private static let published = [
        "datePublished", "schema:datePublished", "dc:date", "dc:created", "dcterms:issued",
    ]
    private static let modified = ["dateModified", "schema:dateModified", "dcterms:modified"]

    private func hasClass(_ word: String, or other: String, _ index: Int) -> Bool {
        guard let range = document.rawValue(.class, of: index) else { return false }
        return document.bytes.span.contains(word, range) || document.bytes.span.contains(other, range)
    }

    /// What an element holds whose class or id says a date, wherever it stands below the headline.
    func named() -> [String] {
        var found: [String] = []
        for index in document.nodes.indices.dropFirst(start) where found.count < 10 && !main.isOut[index] {
            guard document.nodes[index].tag != .text, isNamedDate(index) else { continue }
            let lines = document.text(in: index).split(separator: "\n").map { String($0).cleanedLine(limit: 200) }
            found += lines.filter { $0.utf8.count < 120 && $0.utf8.contains { (48...57).contains($0) } }.prefix(3)
        }
        return found
    }

    private func isNamedDate(_ index: Int) -> Bool {
        // A box with more in it than a date is none, and boxes may stand one in another.
        let end = Int(document.nodes[index].end)
        guard end - index < 20,
            !document.nodes[index..<end].contains(where: { $0.tag == .text && $0.upper - $0.lower > 200 })
        else { return false }
        let bytes = document.bytes.span
        return [HTMLAttribute.class, .id].contains { name in
            document.rawValue(name, of: index).map { range in
                VisibleDates.names.contains { bytes.contains($0, range) }
            } ?? false
        }
    }

    private static let names = ["date", "publish", "posted", "time", "tarikh", "tanggal", "datum", "fecha"]

    /// Short lines around the headline that have a number; the text's first line may begin with its place and day.
    func aroundHeadline() -> [String] {
        // A list of articles has the dates of others.
        guard main.headline != nil || main.lines.contains(where: { $0.isProse && !main.isOut[$0.first] }) else {
            return []
        }
        let headline = main.headline ?? 0
        let below = main.headline.map { $0 + 1 } ?? 0
        let story = main.lines[below...].firstIndex { $0.isProse && !main.isOut[$0.first] } ?? main.lines.endIndex
        // Below the beginning of the story stand comments and other stories.
        let near = (max(0, headline - 4)..<min(main.lines.count, headline + 16))
            .filter { $0 < story || !main.isOut[main.lines[$0].first] }
        let texts = near.map { main.lines[$0] }.filter { $0.length < 120 }.map {
            document.text(of: $0).cleanedLine(limit: 200)
        }
        .filter { $0.utf8.contains { (48...57).contains($0) } }
        let published = texts.compactMap(DateLabels.published(in:))
        let others = texts.filter { !DateLabels.isModified($0) }
        // A line with a time of day is the page's own; a day alone may be one that the story speaks of.
        return published + others.filter { $0.contains(":") } + others.filter { !$0.contains(":") }
            + texts.filter(DateLabels.isModified)
    }
}
