import Model
import Reading
import Storing
import Text

/// What two spellings of one address share, for telling that a source is there already.
struct AddressKey: Hashable {
    private let key: String

    init(_ url: String) { key = WebURL(url)?.storyKey ?? url }
    init(_ url: WebURL) { key = url.storyKey }
}

/// Ids for new sources, each used once.
struct NewSourceIDs {
    private var taken: Set<SourceID>
    /// Sources that the store remembers and no file has: a new one must not come by their history unasked.
    private let remembered: Set<SourceID>
    /// The last number that was added to a stem: a list may have thousands of feeds of one name.
    private var numbers: [String: Int] = [:]

    /// A store that cannot be read is told of and keeps nobody from writing a file.
    init(besides files: SourceFiles, in context: Context) async throws {
        taken = Set(files.files.flatMap { $0.sources.map(\.id) })
        do {
            remembered = Set(try await context.sourceStandings().keys).subtracting(taken)
        } catch let error as StoreError {
            context.output.warn(Message(error).text(in: context.language))
            remembered = []
        }
    }

    /// An id from what an outlet is called, or else from where it lies.
    mutating func id(outlet: String, url: WebURL) -> SourceID? {
        let stem = slug(outlet, limit: 40) ?? slug(siteName(of: url), limit: 40) ?? "source"
        var number = numbers[stem] ?? 1
        while let id = SourceID(number == 1 ? stem : "\(stem)-\(number)") {
            number += 1
            numbers[stem] = number
            if !remembered.contains(id), taken.insert(id).inserted { return id }
        }
        return nil
    }

    /// Takes an id that somebody chose.
    ///
    /// - Returns: false where it is taken.
    mutating func take(_ id: SourceID) -> Bool { taken.insert(id).inserted }
}

/// A name for an outlet that its page does not tell: the longest part of its host name.
func siteName(of url: WebURL) -> String {
    guard case .domain(let name) = url.authority else { return url.host }
    return name.split(separator: "." as Character).dropLast().max { $0.count < $1.count }.map { String($0) } ?? name
}

/// The outlet in a page's title: `Harian Rekaan | Berita terkini` is `Harian Rekaan`, and so is `Utama - Harian Rekaan`.
func outletName(in title: String) -> String {
    var parts = [title[...]]
    for sign in [" | ", " – ", " — ", " - ", " » ", " :: "] {
        parts = parts.flatMap { (part: Substring) -> [Substring] in part.split(separator: sign) }
    }
    let names = parts.map { $0.trimmingBlanks }.filter { !$0.isEmpty && !entrancePages.contains($0.lowercased()) }
    return names.first ?? title
}

private let entrancePages: Set<String> = ["home", "homepage", "utama", "laman utama", "rss", "feed", "berita", "news"]

/// Lower-case letters and digits with hyphens between words; nil where too little is left.
private func slug(_ text: String, limit: Int) -> String? {
    let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    var slug = ""
    for word in words where slug.utf8.count + word.utf8.count < limit {
        slug += (slug.isEmpty ? "" : "-") + word.lowercased()
    }
    return slug.utf8.count >= 2 ? slug : nil
}

extension StringProtocol {
    fileprivate var trimmingBlanks: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

/// The site that a source is of, as one types it.
func siteAddress(of source: Source) -> String { WebURL(source.url).map { $0.origin + "/" } ?? source.url }
