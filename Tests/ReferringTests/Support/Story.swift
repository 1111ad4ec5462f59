import Model
import Storing
import Testing
import Text

@testable import Referring

/// A squad that tells what it does with one case, and a clock that it sets. Every step leaves a record that is as the
/// contract wants it.
final class Story {
    let squad: Squad
    private(set) var now = Invented.noon
    private var changes: UInt8 = 0

    init() throws { squad = try Squad() }

    var author: Author { Author(actor: squad.aminah, unixUser: "aminah", via: "cli") }

    /// Lets time pass.
    func wait(_ span: TimeSpan) { now = now + span }

    func row(_ ref: ProspectRef) async throws -> ProspectRow {
        try #require(try await squad.store.read { db in try db.prospect(ref) })
    }

    func referral(_ ref: ProspectRef) async throws -> ReferralCase {
        let row = try await row(ref)
        return try #require(try await squad.store.read { db in try db.referralCase(row) })
    }

    /// One act of the squad.
    func act<Value: Sendable>(
        on ref: ProspectRef,
        _ body: @Sendable @escaping (Connection, ProspectRow, Author, Instant) throws -> Result<Value, SendingProblem>
    ) async throws -> Result<Value, SendingProblem> {
        let (row, author, now) = (try await row(ref), author, now)
        return try await squad.store.write { db in try body(db, row, author, now) }
    }

    func send(
        _ ref: ProspectRef, to agency: String, as manner: SendingManner = .alone, again: Bool = false
    ) async throws -> Result<[ProspectRow], SendingProblem> {
        try await act(on: ref) { db, row, author, now in
            try db.send(row, to: agency, as: manner, isAgain: again, by: author, at: now)
        }
    }

    /// What an agency says.
    @discardableResult
    func hear(
        _ state: ReferralState, from agency: String, about ref: ProspectRef, because reason: ReferralReason? = nil,
        next step: NextStep? = nil, helpedBy programmes: [String] = []
    ) async throws -> ChangeVerdict {
        changes += 1
        let change = StatusChange(
            id: Invented.id(changes), ref: ref, agency: agency, state: state, reason: reason, at: now,
            by: "mysynergy:\(agency.lowercased())-07", nextStep: step,
            outcome: programmes.isEmpty ? nil : HelpOutcome(programmes: programmes))
        let (author, now) = (author, now)
        return try await squad.store.write { db in try db.apply(change, by: author, at: now) }.verdict
    }

    /// The record as it would leave now.
    func record(_ ref: ProspectRef) async throws -> JSONValue {
        let (row, now) = (try await row(ref), now)
        let (lead, facts) = try await squad.store.read { db in
            (try db.lead(row.lead, at: now), try db.facts(of: row, revision: row.revision + 1, updatedAt: now))
        }
        let record = try prospectRecord(
            of: try #require(lead), facts: facts, suggestions: [], settings: Invented.settings)
        expectFollowsFromLegs(record)
        return record
    }

    func counts() async throws -> ReferralCounts {
        let now = now
        return try await squad.store.read { db in try db.referralCounts(at: now) }
    }
}

/// What the contract's validator recomputes of a record with legs.
func expectFollowsFromLegs(_ record: JSONValue, sourceLocation: SourceLocation = #_sourceLocation) {
    let legs = record["referrals"]?.items ?? []
    let states = legs.compactMap { $0["state"]?.string.flatMap(ReferralState.init) }
    let status = record["status"]?.string.flatMap(ReferralState.init)
    #expect(states.count == legs.count, sourceLocation: sourceLocation)
    if status != .duplicate, status != .withdrawn, status != .declined {
        #expect(status == ReferralState.status(ofLegs: states), sourceLocation: sourceLocation)
    }
    #expect(record["assistance"]?.string == (status?.assistance ?? .notYet).rawValue, sourceLocation: sourceLocation)
    let shared = record["privacy"]?["share_with"]?.items ?? []
    let hops = legs.compactMap { $0["hop"]?.integer }
    #expect(hops == Array(Set(hops)).sorted(), sourceLocation: sourceLocation)
    for leg in legs {
        #expect(shared.contains(leg["to"] ?? .null), sourceLocation: sourceLocation)
        let state = leg["state"]?.string.flatMap(ReferralState.init)
        if state?.isRefusal == true { #expect(leg["next_step"] != nil, sourceLocation: sourceLocation) }
        if state?.needsReason == true { #expect(leg["reason"] != nil, sourceLocation: sourceLocation) }
    }
}
