/// EUC-JP (WHATWG Encoding Standard, 13.1).
enum EUCJPDecoder: MultiByteDecoder {
    static func character(_ rest: ArraySlice<UInt8>) -> MultiByteCharacter {
        let bytes = Array(rest.prefix(3))
        guard bytes.count > 1 else { return MultiByteCharacter(nil, length: 1) }
        switch bytes[0] {
        case 0x8E:
            return JapaneseCharacters.narrowKatakana(bytes[1]).map { MultiByteCharacter($0, length: 2) }
                ?? .nothing(trail: bytes[1])
        case 0x8F:
            guard isInRow(bytes[1]) else { return .nothing(trail: bytes[1]) }
            guard bytes.count > 2 else { return MultiByteCharacter(nil, length: 2) }
            guard isInRow(bytes[2]), let scalar = JapaneseCharacters.x0212[number(bytes[1], bytes[2])] else {
                return MultiByteCharacter(nil, length: bytes[2] < 0x80 ? 2 : 3)
            }
            return MultiByteCharacter(scalar, length: 3)
        default:
            guard isInRow(bytes[0]) else { return MultiByteCharacter(nil, length: 1) }
            guard isInRow(bytes[1]), let scalar = JapaneseCharacters.x0208[number(bytes[0], bytes[1])] else {
                return .nothing(trail: bytes[1])
            }
            return MultiByteCharacter(scalar, length: 2)
        }
    }

    private static func isInRow(_ byte: UInt8) -> Bool { (0xA1...0xFE).contains(byte) }
    private static func number(_ row: UInt8, _ cell: UInt8) -> Int { (Int(row) - 0xA1) * 94 + Int(cell) - 0xA1 }
}
