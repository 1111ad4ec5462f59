/// The reference of a prospect as people say it on the telephone: `PR-26-001042-0`.
///
/// The last digit is a Damm check digit over the eight before it. It finds every single wrong digit and every swap of
/// two neighbours (H. Michael Damm, "Total anti-symmetrische Quasigruppen", 2004; vectors in contract/vectors.json).
public struct ProspectRef: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The last two digits of the year of acceptance, 0...99.
    public let year: Int
    /// 0...999,999; that of the lead where it is free, so that both are remembered as one.
    public let number: Int

    /// - Returns: nil where a part is out of its range.
    public init?(year: Int, number: Int) {
        guard (0...99).contains(year), (0...999_999).contains(number) else { return nil }
        (self.year, self.number) = (year, number)
    }

    /// Why a text is no reference.
    public enum Problem: Error, Hashable, Sendable {
        /// Not of the form `PR-YY-NNNNNN-D`.
        case form
        /// The check digit does not fit; `expected` is the one that would.
        case checkDigit(expected: Int)
    }

    /// Reads a reference as people type it: letters of either case, with or without the hyphens.
    public init(parsing text: some StringProtocol) throws(Problem) {
        let bytes = text.utf8.prefix(32).filter { $0 != UInt8(ascii: "-") }
        guard bytes.count == 11, text.utf8.count <= 32, bytes[0] | 0x20 == UInt8(ascii: "p"),
            bytes[1] | 0x20 == UInt8(ascii: "r"), bytes[2...].allSatisfy({ (48...57).contains($0) })
        else { throw .form }
        let digits = bytes[2...].map { Int($0) - 48 }
        let expected = damm(digits.dropLast())
        guard digits[8] == expected else { throw .checkDigit(expected: expected) }
        (year, number) = (digits[0] * 10 + digits[1], digits[2..<8].reduce(0) { $0 * 10 + $1 })
    }

    /// 0...9
    public var checkDigit: Int { damm(padded(year, to: 2).utf8.map { Int($0) - 48 } + numberDigits) }

    /// `PR-YY-NNNNNN-D`
    public var description: String { "PR-\(padded(year, to: 2))-\(padded(number, to: 6))-\(checkDigit)" }

    public static func < (a: ProspectRef, b: ProspectRef) -> Bool { (a.year, a.number) < (b.year, b.number) }

    private var numberDigits: [Int] { padded(number, to: 6).utf8.map { Int($0) - 48 } }
}

/// The totally anti-symmetric quasigroup of order 10 of Damm's thesis; its diagonal is zero.
private let quasigroup: [[Int]] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2], [7, 0, 9, 2, 1, 5, 4, 8, 6, 3], [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6], [6, 1, 2, 3, 0, 4, 5, 9, 7, 8], [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4], [8, 9, 4, 5, 3, 6, 2, 0, 1, 7], [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
]

/// The check digit of digits 0...9.
private func damm(_ digits: some Sequence<Int>) -> Int { digits.reduce(0) { quasigroup[$0][$1] } }

private func padded(_ n: Int, to width: Int) -> String {
    let digits = String(n)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
