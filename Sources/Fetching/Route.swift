import Model
import Reading

/// The way of one fetch along its redirects: where it is, where it was, and what it still carries.
struct Route {
    private(set) var url: WebURL
    private(set) var hops: [FetchResponse.Hop] = []
    private(set) var elapsed: TimeSpan = .seconds(0)
    /// Dropped for good at the first hop to another origin.
    private(set) var credentials: Credentials?

    init(_ request: FetchRequest) {
        url = request.url.withoutCredentials.withoutFragment
        credentials = Credentials(of: request.url)
    }

    mutating func note(_ answer: HopAnswer) {
        hops.append(FetchResponse.Hop(url: url, status: answer.status))
        elapsed = elapsed + answer.elapsed
    }

    /// Goes where a Location header leads.
    mutating func follow(_ location: Location, limit: Int) throws(FetchFailure) {
        guard hops.count <= limit else {
            throw FetchFailure(.tooManyRedirects(limit: limit), at: url, hops: hops)
        }
        guard case .at(let text) = location, text.utf8.count <= FetchLimits.locationBytes else {
            throw FetchFailure(.badRedirect, at: url, hops: hops)
        }
        guard let next = url.resolving(text) else {
            let cause = Location.foreignScheme(of: text).map { FailureCause.refusedScheme($0) } ?? .badRedirect
            throw FetchFailure(cause, at: url, hops: hops)
        }
        // A Location with a password would let a page choose what we log in with.
        let target = next.withoutCredentials.withoutFragment
        if target.origin != url.origin { credentials = nil }
        url = target
    }
}

/// Where a redirect says to go.
enum Location: Hashable, Sendable {
    case at(String)
    /// There is no Location, or there are several different ones.
    case missing

    /// The scheme of an absolute address other than http and https; nil where there is none.
    static func foreignScheme(of text: String) -> String? {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = text[..<colon].trimmingBlanks.lowercased()
        let isScheme =
            scheme.utf8.count <= 20 && scheme.first?.isLetter == true
            && scheme.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || "+-.".utf8.contains($0) }
        return isScheme && scheme != "http" && scheme != "https" ? scheme : nil
    }
}

extension HopAnswer {
    /// Where to go on; nil where the answer is no redirect.
    var redirectLocation: Location? {
        guard [301, 302, 303, 307, 308].contains(status) else { return nil }
        let locations = Set(headers.values(of: "location"))
        guard locations.count == 1, let text = locations.first, !text.isEmpty else { return .missing }
        return .at(text)
    }
}
