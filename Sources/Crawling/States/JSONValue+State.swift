import Model
import Text

extension JSONValue {
    static func instant(_ instant: Instant?) -> JSONValue? { instant.map { .integer($0.milliseconds) } }
    /// Only what is over 0 is written.
    static func count(_ n: Int) -> JSONValue? { n > 0 ? .integer(Int64(n)) : nil }

    func instant(_ name: String) -> Instant? { self[name]?.integer.map(Instant.init(milliseconds:)) }
    /// 0...1,000,000: what counts on from a damaged row must not run over.
    func count(_ name: String) -> Int {
        min(max(0, self[name]?.integer.flatMap { Int(exactly: $0) } ?? 0), 1_000_000)
    }
}
