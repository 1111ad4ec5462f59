/// EUC-KR with the syllables of windows-949 (WHATWG Encoding Standard, 14.1).
enum EUCKRDecoder: MultiByteDecoder {
    private static let table = CharacterTable(rows: EUCKRTable.rows, width: 190)

    static func character(_ rest: ArraySlice<UInt8>) -> MultiByteCharacter {
        let lead = rest[rest.startIndex]
        guard (0x81...0xFE).contains(lead), rest.count > 1 else { return MultiByteCharacter(nil, length: 1) }
        let trail = rest[rest.startIndex + 1]
        guard (0x41...0xFE).contains(trail), let scalar = table[(Int(lead) - 0x81) * 190 + Int(trail) - 0x41] else {
            return .nothing(trail: trail)
        }
        return MultiByteCharacter(scalar, length: 2)
    }
}
