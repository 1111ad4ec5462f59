extension WebURL {
    /// What an address points to: a name, or a number in one of many spellings.
    public enum Host: Hashable, Sendable, CustomStringConvertible {
        /// ASCII, lower case; other letters in Punycode.
        case domain(String)
        case ipv4(UInt32)
        /// Eight groups of 16 bits.
        case ipv6([UInt16])

        public var description: String {
            switch self {
            case .domain(let name): name
            case .ipv4(let address):
                [24, 16, 8, 0].map { String(address >> UInt32($0) & 0xFF) }.joined(separator: ".")
            case .ipv6(let groups): "[" + WebURL.Host.text(of: groups) + "]"
            }
        }

        /// RFC 5952: the longest run of two or more zero groups becomes `::`.
        private static func text(of groups: [UInt16]) -> String {
            var best = 0..<0
            var start = 0
            while start < groups.count {
                var end = start
                while end < groups.count, groups[end] == 0 { end += 1 }
                if end - start > max(1, best.count) { best = start..<end }
                start = max(end, start + 1)
            }
            let hex = { (range: Range<Int>) in groups[range].map { String($0, radix: 16) }.joined(separator: ":") }
            if best.isEmpty { return hex(0..<groups.count) }
            return hex(0..<best.lowerBound) + "::" + hex(best.upperBound..<groups.count)
        }
    }
}
