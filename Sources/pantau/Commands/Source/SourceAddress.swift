import Model
import Reading
import Text

/// What two spellings of one address share, for telling that a source is there already.
struct SourceAddress: Hashable {
    private let key: String

    init(_ url: String) { key = WebURL(url)?.storyKey ?? url }
    init(_ url: WebURL) { key = url.storyKey }
}

/// An id for a new source, from what its outlet is called or where it lies.
///
/// - Parameter taken: ids that are used; a number is added until it is none of them.
func newSourceID(outlet: String, url: WebURL, taken: Set<SourceID>) -> SourceID? {
    let stem = slug(outlet, limit: 40) ?? slug(siteName(of: url), limit: 40) ?? "source"
    return (1...10_000).lazy.compactMap { SourceID($0 == 1 ? stem : "\(stem)-\($0)") }.first { !taken.contains($0) }
}

/// A name for an outlet that its page does not tell: the longest part of its host name.
func siteName(of url: WebURL) -> String {
    guard case .domain(let name) = url.authority else { return url.host }
    return name.split(separator: ".").dropLast().max { $0.count < $1.count }.map(String.init) ?? name
}

/// The outlet in a page's title: `Harian Rekaan | Berita terkini` is `Harian Rekaan`, and so is `Utama - Harian Rekaan`.
func outletName(in title: String) -> String {
    var parts = [title[...]]
    for sign in [" | ", " – ", " — ", " - ", " » ", " :: "] { parts = parts.flatMap { $0.split(separator: sign) } }
    let names = parts.map { $0.trimmingBlanks }.filter { !$0.isEmpty && !entrancePages.contains($0.lowercased()) }
    return names.first ?? title
}

private let entrancePages: Set<String> = ["home", "homepage", "utama", "laman utama", "rss", "feed", "berita", "news"]

/// Lower-case letters and digits with hyphens between words; nil where too little is left.
private func slug(_ text: String, limit: Int) -> String? {
    let words = text.folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
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
