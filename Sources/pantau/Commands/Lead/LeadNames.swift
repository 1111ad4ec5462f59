import Model
import Reading
import Storing
import Text

/// Leads as people name them: `1042`, `#1042`, `1040-1045`, `PR-26-001042-0`, the address of an article.
enum LeadName: Hashable {
    case numbers(ClosedRange<Int64>)
    case prospect(ProspectRef)
    case article(WebURL)

    /// A range longer than this is taken for a typing mistake.
    private static let longestRange = 10_000

    /// - Throws: what is wrong with it, in a sentence.
    init(parsing text: String) throws(CommandFailure) {
        if let range = LeadName.numbers(in: text) {
            self = .numbers(range)
        } else if let url = text.contains("://") ? WebURL(text) : nil {
            self = .article(url)
        } else {
            do throws(ProspectRef.Problem) {
                self = .prospect(try ProspectRef(parsing: text))
            } catch {
                switch error {
                case .checkDigit(let digit): throw CommandFailure(.mistyped(text, checkDigit: digit))
                case .form:
                    throw CommandFailure(
                        .usage(
                            "\"\(text.prefix(40))\" is no number of a lead, no range such as 1040-1045, no reference "
                                + "such as PR-26-001042-0 and no address of an article", command: "lead"))
                }
            }
        }
    }

    /// `1042`, `#1042` or `1040-1045`; nil for anything else.
    static func numbers(in text: String) -> ClosedRange<Int64>? {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        let ends = digits.split(separator: "-", omittingEmptySubsequences: false).map { Int64($0) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first > 0, first <= last,
            last - first < Int64(longestRange)
        else { return nil }
        return first...last
    }
}

/// The leads a command is about, as they were typed.
struct LeadNames {
    let words: [String]

    /// In the order given, each once.
    ///
    /// - Throws: `CommandFailure` for a word that names no lead, and where nothing has that reference or address.
    func resolved(in context: Context) async throws -> [LeadID] {
        var seen: Set<LeadID> = []
        var result: [LeadID] = []
        for word in words {
            for id in try await leads(try LeadName(parsing: word), context) where seen.insert(id).inserted {
                result.append(id)
            }
        }
        return result
    }

    private func leads(_ name: LeadName, _ context: Context) async throws -> [LeadID] {
        switch name {
        case .numbers(let range): return range.map { LeadID($0) }
        case .prospect(let ref):
            guard let row = try await context.store(.reading).read({ db in try db.prospect(ref) }) else {
                throw CommandFailure(.prospectNotFound(ref.description))
            }
            return [row.lead]
        case .article(let url):
            let address = url.identity()
            guard let id = try await context.store(.reading).read({ db in try db.lead(ofArticleNear: address) }) else {
                throw CommandFailure(.noLeadOf(url.withoutCredentials.href))
            }
            return [id]
        }
    }
}
