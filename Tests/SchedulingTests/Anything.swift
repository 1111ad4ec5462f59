import Model
import Scheduling

extension Outcome {
    /// The cases, for histories of all of them.
    enum Kind: CaseIterable { case fresh, unchanged, rateLimited, challenge, denied, gone, failed, localOutage }

    /// A case that is new has to be thought of here, and so in every property.
    var kind: Kind {
        switch self {
        case .fresh: .fresh
        case .unchanged: .unchanged
        case .rateLimited: .rateLimited
        case .challenge: .challenge
        case .denied: .denied
        case .gone: .gone
        case .failed: .failed
        case .localOutage: .localOutage
        }
    }

    /// Any outcome with anything that it may carry.
    static func any(using random: inout Seeded) -> Outcome {
        any(Kind.allCases.randomElement(using: &random) ?? .fresh, using: &random)
    }

    static func any(_ kind: Kind, using random: inout Seeded) -> Outcome {
        let hints = PollHints(
            interval: Bool.random(using: &random) ? .minutes(Int64.random(in: -10...9000, using: &random)) : nil)
        let moved =
            [nil, nil, nil, "https://baharu.example/", "https://lain.example/"].randomElement(using: &random) ?? nil
        let marks = Validators(etag: [nil, "\"1\"", "\"2\""].randomElement(using: &random) ?? nil)
        switch kind {
        case .fresh:
            return .fresh(
                Fresh(
                    new: Int.random(in: 0...30, using: &random), known: Int.random(in: 0...20, using: &random),
                    bodyHash: "\(Int.random(in: 0...3, using: &random))", validators: marks, hints: hints,
                    movedPermanentlyTo: moved))
        case .unchanged:
            let evidence: UnchangedEvidence = Bool.random(using: &random) ? .status304 : .bodyHash(marks)
            return .unchanged(by: evidence, hints: hints, movedPermanentlyTo: moved)
        case .rateLimited:
            let isSaid = Bool.random(using: &random)
            return .rateLimited(retryAfter: isSaid ? .seconds(Int64.random(in: -5...400_000, using: &random)) : nil)
        case .challenge: return .challenge
        case .denied: return .denied
        case .gone: return .gone
        case .failed:
            return .failed(
                [.hard, .soft, .temporary].randomElement(using: &random) ?? .hard,
                FailureCause.samples.randomElement(using: &random) ?? .empty)
        case .localOutage: return .localOutage
        }
    }
}

extension FailureCause {
    /// One of each, and each status that the table of answers names.
    static let samples: [FailureCause] =
        [
            .dnsNotFound, .dnsTemporary, .connect("no route"), .tls("expired"), .timeout("total"), .tooLarge(limit: 1),
            .headersTooLarge(limit: 1), .empty, .truncated, .badEncoding("gzip"), .protocolError("framing"),
            .tooManyRedirects(limit: 5), .badRedirect, .refusedAddress("10.0.0.1"), .refusedScheme("ftp"), .invalidURL,
            .robotsUnreachable, .notAFeed("html"), .unreadable("xml"), .noLinks, .cancelled,
        ] + [400, 401, 403, 404, 407, 408, 425, 451, 500, 502, 503, 504].map(FailureCause.status)
}

extension SourceRule {
    /// Timings of all kinds, the same for the same seed.
    static func any(_ seed: UInt64) throws -> SourceRule {
        let address = "https://harian-rekaan.example/rss"
        return switch seed % 6 {
        case 0, 1: SourceRule(address: address)
        case 2: SourceRule(.every(.minutes(15)), address: address)
        case 3: SourceRule(.every(.days(9)), weight: 50, address: address)
        case 4: SourceRule(.cron(try CronLine("*/20 6-22 * * *")), address: address)
        case _: SourceRule(.cron(try CronLine("@monthly")), address: address)
        }
    }
}
