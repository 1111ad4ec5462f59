/// GB18030 and its subset GBK, as old Chinese outlets write (WHATWG Encoding Standard, section 10).
enum GB18030Decoder {
    static func decode(_ bytes: [UInt8]) -> (utf8: [UInt8], hasReplacements: Bool) {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count * 3 / 2)
        var hasReplacements = false
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            if lead < 0x80 {
                out.append(lead)
                index += 1
                continue
            }
            let (scalar, length) = character(bytes[index...])
            hasReplacements = hasReplacements || scalar == nil
            out += String(scalar ?? "\u{FFFD}").utf8
            index += length
        }
        return (out, hasReplacements)
    }

    /// The character that begins with a lead byte, and its length; nil and how much to skip where there is none.
    private static func character(_ rest: ArraySlice<UInt8>) -> (Unicode.Scalar?, length: Int) {
        let lead = rest[rest.startIndex]
        if lead == 0x80 { return ("\u{20AC}", 1) }
        guard lead != 0xFF, rest.count > 1 else { return (nil, 1) }
        let second = rest[rest.startIndex + 1]
        if (0x30...0x39).contains(second) { return fourBytes(Array(rest.prefix(4))) }
        guard (0x40...0x7E).contains(second) || (0x80...0xFE).contains(second) else { return (nil, 1) }
        let column = Int(second) - (second < 0x7F ? 0x40 : 0x41)
        let scalar = twoByteTable[(Int(lead) - 0x81) * 190 + column]
        // A trail byte that is ASCII may be markup: it is given back when the pair means nothing.
        return scalar.map { ($0, 2) } ?? (nil, second < 0x80 ? 1 : 2)
    }

    private static func fourBytes(_ bytes: [UInt8]) -> (Unicode.Scalar?, length: Int) {
        guard bytes.count == 4, (0x81...0xFE).contains(bytes[2]), (0x30...0x39).contains(bytes[3]) else {
            return (nil, 1)
        }
        let high = (Int(bytes[0]) - 0x81) * 10 + Int(bytes[1]) - 0x30
        let number = (high * 126 + Int(bytes[2]) - 0x81) * 10 + Int(bytes[3]) - 0x30
        if number >= 189_000 { return (Unicode.Scalar(UInt32(number - 189_000 + 0x10000)), 4) }
        guard number < 39_420 else { return (nil, 4) }
        return (Unicode.Scalar(UInt32(restOfPlane[number])), 4)
    }

    private static let twoByteTable: [Unicode.Scalar?] = GBKTable.characters.unicodeScalars.map { $0 == "." ? nil : $0 }

    /// The code points of the first plane, from U+0080, that have no two-byte form: four-byte numbers count through them.
    private static let restOfPlane: [UInt16] = {
        var hasTwoBytes = [Bool](repeating: false, count: 0x10000)
        for scalar in twoByteTable { if let scalar { hasTwoBytes[Int(scalar.value)] = true } }
        // The private use area has two-byte forms throughout, which the table leaves out.
        for code in 0xD800..<0xE766 { hasTwoBytes[code] = true }
        return (0x80..<0x10000).filter { !hasTwoBytes[$0] }.map(UInt16.init)
    }()
}
