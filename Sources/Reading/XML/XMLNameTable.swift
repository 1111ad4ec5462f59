/// Names of elements and attributes as small numbers, found by their bytes without making a string.
struct XMLNameTable {
    private(set) var names: [XMLName] = []
    /// The number of each name's prefix, for finding its namespace.
    private(set) var prefixes: [Int32] = []
    private var prefixNumbers: [String: Int32] = ["": 0]
    private var spellings: [[UInt8]] = []
    private var slots = [Int32](repeating: -1, count: 256)

    /// Feeds use under a hundred names. The bound also limits what chosen collisions can cost.
    private static let maximum = 4_096

    /// The number of the name; names over the bound share one.
    mutating func number(of bytes: ArraySlice<UInt8>) -> Int32 {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte.asciiLowercased)) &* 16_777_619 }
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            if isSame(spellings[Int(slots[slot])], bytes) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        if names.count >= XMLNameTable.maximum { return number(of: Array("?".utf8)[...]) }
        let number = add(bytes.map(\.asciiLowercased))
        slots[slot] = number
        if names.count * 2 > slots.count { grow() }
        return number
    }

    /// Whether the name has that number: what most end tags are asked, and what takes half the time of ``number(of:)``.
    func isName(_ bytes: ArraySlice<UInt8>, _ number: Int32) -> Bool { isSame(spellings[Int(number)], bytes) }

    /// Must be called first, so that there is a name for those over the bound.
    mutating func reserve() { _ = number(of: Array("?".utf8)[...]) }

    private func isSame(_ spelling: [UInt8], _ bytes: ArraySlice<UInt8>) -> Bool {
        guard spelling.count == bytes.count else { return false }
        var index = bytes.startIndex
        for byte in spelling {
            if byte != bytes[index].asciiLowercased { return false }
            index += 1
        }
        return true
    }

    private mutating func add(_ spelling: [UInt8]) -> Int32 {
        let colon = spelling.firstIndex(of: UInt8(ascii: ":"))
        let prefix = colon.map { String(decoding: spelling[..<$0], as: UTF8.self) } ?? ""
        let local = String(decoding: spelling[(colon.map { $0 + 1 } ?? 0)...], as: UTF8.self)
        names.append(XMLName(prefix: prefix, local: local))
        spellings.append(spelling)
        prefixes.append(prefixNumber(prefix))
        return Int32(names.count - 1)
    }

    /// The number of a namespace prefix.
    mutating func prefixNumber(_ prefix: String) -> Int32 {
        if let known = prefixNumbers[prefix] { return known }
        let number = Int32(prefixNumbers.count)
        prefixNumbers[prefix] = number
        return number
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (number, spelling) in spellings.enumerated() {
            var hash: UInt32 = 2_166_136_261
            for byte in spelling { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
            var slot = Int(hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }
}
