import ArgumentParser
import Model
import Reviewing
import Storing
import Text

/// What lifts the veil from a protected lead.
struct RevealOptions: ParsableArguments {
    @Flag(help: "Also the names of a protected identity and of children; only for a supervisor.")
    var reveal = false

    @Option(help: ArgumentHelp("With --reveal: why; it is kept with the lead.", valueName: "text"))
    var reason: String?

    func validate() throws {
        let isGiven = reason?.contains { !$0.isWhitespace } ?? false
        guard reveal == isGiven else {
            throw ValidationError(reveal ? "--reveal needs --reason TEXT" : "--reason belongs to --reveal")
        }
    }
}

extension Context {
    /// A lead as this person may see it, once the journal says who looks at it: without the entry nothing is shown
    /// (PRIVACY.md, P4), so neither on a full disk nor with `--read-only`.
    ///
    /// - Parameter options: with a reason a supervisor sees who is protected; the reason is a note of the lead, and its
    ///   hash stands in the journal.
    /// - Throws: `CommandFailure` where there is no such lead, or the person may not see it so; a `StoreError` where the
    ///   entry cannot be kept.
    func opened(_ id: LeadID, _ options: RevealOptions? = nil) async throws -> Lead {
        let reason = options?.reason
        if reason != nil { try await require(.seeProtected) }
        let (author, now) = (author, now)
        let opening = try await store(.writing).write { db in
            let opening = try db.open(id, by: author, lease: nil, at: now)
            if let reason, opening != .notFound { try db.reveal(id, because: reason, by: author, at: now) }
            return opening
        }
        switch opening {
        case .held(let lead, _), .shared(let lead): return reason == nil ? veiled(lead) : revealed(lead)
        case .notFound:
            let erasure = try await store(.reading).read { db in try db.erasure(of: id) }
            throw CommandFailure(erasure.map { .erasedForGood(id, $0.reason) } ?? .notFound(id))
        }
    }

    /// The lead without whom it protects.
    func veiled(_ lead: Lead) -> Lead { lead.veiled(in: output.isJSON ? .english : language) }

    /// Says that numbers cannot be revealed, because they were never kept.
    private func revealed(_ lead: Lead) -> Lead {
        if !lead.identification.identifiers.isEmpty { output.note(.numbersNotKept) }
        return lead
    }
}

extension Connection {
    /// Journals that somebody lifts the veil, and keeps why.
    fileprivate func reveal(_ id: LeadID, because reason: String, by author: Author, at now: Instant) throws(StoreError)
    {
        let seal: JSONValue = ["note": .string(try seal(ofNote: reason))]
        let entry = try append(
            JournalDraft(
                at: now, by: author, verb: "lead.reveal",
                targets: [JournalTarget(lead: id, before: .object([]), after: seal)]))
        try addNote(reason, to: id, by: author.actor, at: now, entry: entry.id)
    }
}
