/// GB18030 and its subset GBK, as old Chinese outlets write (WHATWG Encoding Standard, section 10).
enum GB18030Decoder: MultiByteDecoder {
    static func character(_ rest: ArraySlice<UInt8>) -> MultiByteCharacter {
        let lead = rest[rest.startIndex]
        if lead == 0x80 { return MultiByteCharacter("\u{20AC}", length: 1) }
        guard lead != 0xFF, rest.count > 1 else { return MultiByteCharacter(nil, length: 1) }
        let second = rest[rest.startIndex + 1]
        if (0x30...0x39).contains(second) { return fourBytes(Array(rest.prefix(4))) }
        guard (0x40...0x7E).contains(second) || (0x80...0xFE).contains(second) else { return .nothing(trail: second) }
        let column = Int(second) - (second < 0x7F ? 0x40 : 0x41)
        let scalar = twoByteTable[(Int(lead) - 0x81) * 190 + column]
        return scalar.map { MultiByteCharacter($0, length: 2) } ?? .nothing(trail: second)
    }

    private static func fourBytes(_ bytes: [UInt8]) -> MultiByteCharacter {
        guard bytes.count == 4, (0x81...0xFE).contains(bytes[2]), (0x30...0x39).contains(bytes[3]) else {
            return MultiByteCharacter(nil, length: 1)
        }
        let high = (Int(bytes[0]) - 0x81) * 10 + Int(bytes[1]) - 0x30
        let number = (high * 126 + Int(bytes[2]) - 0x81) * 10 + Int(bytes[3]) - 0x30
        if number >= 189_000 {
            return MultiByteCharacter(Unicode.Scalar(UInt32(number - 189_000 + 0x10000)), length: 4)
        }
        guard number < 39_420 else { return MultiByteCharacter(nil, length: 4) }
        return MultiByteCharacter(Unicode.Scalar(UInt32(restOfPlane[number])), length: 4)
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
