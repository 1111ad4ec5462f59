import Text

/// Finds the article in a page.
///
/// 1. The page's lines of text are measured: length, share of links.
/// 2. Elements that their tag, class or role calls boilerplate fall out with all they hold, unless they hold the article:
///    templates call a page's `body` `has-sidebar`.
/// 3. From the root down, the way leads to the child that holds most of the prose that is left, as long as one does.
/// 4. Of the lines in that element those stay that are prose, or short and among prose (see `paragraphs`).
struct MainText {
    let document: HTMLDocument
    let lines: [PageLine]
    /// The line of the headline in the page; nil where it stands in none.
    let headline: Int?
    /// The article's text as the page's linked data has it.
    let told: ToldText?
    /// For each node what its own class, id, role and tag say.
    private let hints: [PageHints]
    /// For each node how long the lines in it are, and how much of that is links.
    private var size: [Int] = []
    private var linkSize: [Int] = []
    /// For each node whether it or one around it fell out.
    private(set) var isOut: [Bool]
    /// For each node whether it is in something small around an article, such as a by-line.
    private(set) var isMargin: [Bool]
    /// For each node whether the headline or an element named as an article's text is in it.
    private var holdsArticle: [Bool]

    init(_ document: HTMLDocument, title: String, told: String?) {
        self.document = document
        let lines = document.lines()
        self.lines = lines
        headline = MainText.headline(title, in: lines, of: document)
        self.told = told.flatMap { ToldText($0) }
        hints = PageHints.all(in: document)
        let none = Array(repeating: false, count: document.nodes.count)
        (isOut, isMargin, holdsArticle) = (none, none, none)
        (size, linkSize) = (sums(\.length), sums(\.linkLength))
        markWhatFallsOut()
    }

    /// The last heading that reads as the title: the first may stand in a bar at the top.
    private static func headline(_ title: String, in lines: [PageLine], of document: HTMLDocument) -> Int? {
        guard title.utf8.count >= 8 else { return nil }
        let wanted = PageTitle.letters(title)
        let heading = lines.lastIndex { line in
            document.nodes[line.block].tag.traits.contains(.heading) && line.length < 500
                && PageTitle.isSame(PageTitle.letters(document.text(of: line)), wanted)
        }
        // Old and home-made pages have it in bold letters, or in a box of its own.
        let size = title.utf8.count
        return heading
            ?? lines.firstIndex { line in
                abs(line.length - size) * 8 < size && line.linkLength == 0
                    && PageTitle.letters(document.text(of: line)) == wanted
            }
    }

    // MARK: What falls out

    private mutating func markWhatFallsOut() {
        let prose = sums { $0.isProse ? $0.length : 0 }
        let whole = prose[0]
        let isAnchored = markWhatHoldsArticle(prose)
        for owner in teasers() { isOut[owner] = true }
        for index in document.nodes.indices.dropFirst() {
            let parent = Int(document.nodes[index].parent)
            isMargin[index] = isMargin[parent] || (hints[index].contains(.margin) && prose[index] * 6 < whole)
            if isOut[parent] {
                isOut[index] = true
            } else if !hints[index].isDisjoint(with: [.boilerplate, .hidden, .caption]), !holdsArticle[index] {
                isOut[index] = isOut[index] || prose[index] * 10 < whole * (isAnchored ? 8 : 5)
            }
        }
    }

    /// - Returns: whether there is anything to go by.
    private mutating func markWhatHoldsArticle(_ prose: [Int]) -> Bool {
        if let headline { holdsArticle[lines[headline].block] = true }
        var isAnchored = headline != nil
        for index in document.nodes.indices.dropFirst().reversed() {
            if hints[index].contains(.body), prose[index] >= 80, prose[index] * 4 >= prose[0] {
                holdsArticle[index] = true
                isAnchored = true
            }
            if holdsArticle[index] { holdsArticle[Int(document.nodes[index].parent)] = true }
        }
        return isAnchored
    }

    /// The elements that announce other articles: small ones around a heading that is a link, and list items and `article`s
    /// that begin with a link.
    private func teasers() -> [Int] {
        lines.compactMap { line in
            guard line.length >= 20, line.linkDensity > 0.9 else { return nil }
            var owner = line.block
            let isHeading = document.nodes[owner].tag.traits.contains(.heading) && document.nodes[owner].tag != .h1
            var found = isHeading ? owner : nil
            for _ in 0..<6 {
                let tag = document.nodes[owner].tag
                guard size[owner] < 700, !holdsArticle[owner] else { break }
                if isHeading || tag == .article || tag == .li { found = owner }
                owner = Int(document.nodes[owner].parent)
            }
            return found
        }
    }

    /// For each node the sum of a measure over the lines in it.
    private func sums(_ measure: (PageLine) -> Int) -> [Int] {
        var sums = Array(repeating: 0, count: document.nodes.count)
        for line in lines { sums[line.block] += measure(line) }
        for index in document.nodes.indices.dropFirst().reversed() where sums[index] != 0 {
            sums[Int(document.nodes[index].parent)] += sums[index]
        }
        return sums
    }

    /// Whether a line stands in a table or list that is not mostly links.
    func isInTextList(_ line: PageLine) -> Bool {
        var index = line.block
        for _ in 0..<5 where index > 0 {
            let tag = document.nodes[index].tag
            if tag == .table || tag == .ul || tag == .ol { return linkSize[index] * 2 < size[index] }
            index = Int(document.nodes[index].parent)
        }
        return false
    }

    // MARK: The article's element

    /// The element that holds the article: on the way down to where most of the prose is, the innermost one that is named as
    /// an article's text, or the end of the way.
    func container() -> Int {
        let start = textStart
        let mass = sums { line in line.isProse && line.first > start && !isOut[line.first] ? line.length : 0 }
        var element = 0
        var named = 0
        while true {
            if hints[element].contains(.body), mass[element] * 2 >= mass[0] { named = element }
            var best = -1
            document.forEachChild(of: element) { child in
                if document.nodes[child].tag != .text, best < 0 || mass[child] > mass[best] { best = child }
            }
            guard best > 0, mass[best] > 0, mass[best] * 4 >= mass[element] * 3 else { break }
            element = best
        }
        return named > 0 ? named : element
    }

    /// The node behind which the article begins: the headline, unless most of the prose is above it.
    var textStart: Int {
        guard let headline else { return 0 }
        let mass = { (lines: ArraySlice<PageLine>) in
            lines.reduce(0) { $0 + ($1.isProse && !isOut[$1.first] ? $1.length : 0) }
        }
        // A ticker above a short article may be longer than it.
        return mass(lines[headline...]) * 5 >= mass(lines[...]) ? lines[headline].last : 0
    }
}
