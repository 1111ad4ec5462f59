public import Model
import Storing

/// What was done with changes that came back.
public struct ChangeCounts: Hashable, Sendable {
    /// Moved a leg.
    public var applied = 0
    /// Kept for a person to judge: the table of transitions does not have them.
    public var stored = 0
    /// Were here before.
    public var repeated = 0
    /// Marked as invented, and left out.
    public var tests = 0
    /// Not acceptable as they are.
    public var refused: [Refused] = []

    public struct Refused: Hashable, Sendable {
        /// Of the change, as it was written.
        public var id: String
        public var problem: ChangeProblem
    }

    public init() {}

    mutating func add(_ other: ChangeCounts) {
        applied += other.applied
        stored += other.stored
        repeated += other.repeated
        tests += other.tests
        refused += other.refused
    }

    /// Counts what was not refused.
    mutating func count(_ result: ChangeResult) {
        guard !result.isRepeated else {
            repeated += 1
            return
        }
        switch result.verdict {
        case .applied: applied += 1
        case .stored: stored += 1
        case .refused: break
        }
    }
}

/// What one reading of a feed brought.
public struct SyncReport: Hashable, Sendable {
    public var pages = 0
    public var counts = ChangeCounts()
    /// It was read a moment ago, and is read again no earlier.
    public var nextAt: Instant?
}

/// Why a feed of status changes was not read to its end. What came before is kept.
public enum SyncFailure: Error, Hashable, Sendable {
    case noAnswer(FailureCause)
    /// - rest: what it wants us to wait.
    case refused(status: Int, rest: TimeSpan?)
    case unreadable(String)
    /// It says that there is more, and its cursor does not move.
    case stuck(cursor: String)
}

/// A text as a value in a query: everything but letters, digits and `-._~` as `%41`.
func queryEscaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.map { byte in
        switch byte {
        case 48...57, 65...90, 97...122, 45, 46, 95, 126: String(Unicode.Scalar(byte))
        case _: "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }
    }.joined()
}
