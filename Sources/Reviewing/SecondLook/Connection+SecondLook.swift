public import Model
public import Storing
import Text

extension Connection {
    /// The next decision that another person should look at again; nil where none is left.
    ///
    /// - Parameters:
    ///   - part: of the decisions, 0...1. Which ones is told by the number of the lead, so that nobody can choose.
    ///   - start: decisions before it are left in peace.
    ///   - passed: leads of which this person could not tell.
    public func nextSecondLook(
        for actor: Actor, part: Double, since start: Instant, passing passed: Set<LeadID>
    ) throws(StoreError) -> LeadID? {
        try secondLookLeads(for: actor, permille: Int((part * 1000).rounded()), since: start, limit: passed.count + 1)
            .first { !passed.contains($0) }
    }

    /// Opens a decided lead to be read again: writes who looks before anything is given.
    ///
    /// - Returns: nil where it is gone, or is to be reviewed again.
    public func openForSecondLook(
        _ id: LeadID, by author: Author, at now: Instant
    ) throws(StoreError) -> (lead: Lead, verdict: SecondVerdict)? {
        switch try open(id, by: author, lease: nil, at: now) {
        case .held(let lead, _), .shared(let lead): SecondVerdict(lead.state).map { (lead, $0) }
        case .notFound: nil
        }
    }

    /// Keeps what the second person says, beside the decision that stands: nothing of the lead is changed by it.
    ///
    /// - Returns: the decision that it is compared with; nil where there is none any more.
    public func keepSecondLook(
        _ second: SecondVerdict, of id: LeadID, by author: Author, at now: Instant
    ) throws(StoreError) -> SecondVerdict? {
        guard let standing = try standing(of: id), let first = SecondVerdict(standing.state) else { return nil }
        try append(
            JournalDraft(
                at: now, by: author, verb: Decision.secondLookVerb,
                reason: first.agrees(with: second) ? Decision.sameVerdict : Decision.otherVerdict,
                targets: [
                    JournalTarget(
                        lead: id, before: ["verdict": .string(first.code)], after: ["verdict": .string(second.code)])
                ]))
        return first
    }
}

extension Decision {
    /// The verb of an entry that tells what a second person says of a decision.
    public static let secondLookVerb = "lead.second-look"
    /// Its reason where they would decide the same.
    static let sameVerdict = "same"
    static let otherVerdict = "other"
}
