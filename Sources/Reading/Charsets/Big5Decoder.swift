/// Big5 with the signs of Hong Kong, as old outlets in traditional Chinese write (WHATWG Encoding Standard, 12.1).
enum Big5Decoder: MultiByteDecoder {
    private static let table = CharacterTable(
        rows: Big5Table.rows, width: 157, skipped: (Big5Table.firstLead - 0x81) * 157)

    /// Four numbers mean a letter and a sign over it.
    private static let pairs: [Int: (Unicode.Scalar, Unicode.Scalar)] = [
        1133: ("\u{CA}", "\u{304}"), 1135: ("\u{CA}", "\u{30C}"), 1164: ("\u{EA}", "\u{304}"),
        1166: ("\u{EA}", "\u{30C}"),
    ]

    static func character(_ rest: ArraySlice<UInt8>) -> MultiByteCharacter {
        let lead = rest[rest.startIndex]
        guard (0x81...0xFE).contains(lead), rest.count > 1 else { return MultiByteCharacter(nil, length: 1) }
        let trail = rest[rest.startIndex + 1]
        guard (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else { return .nothing(trail: trail) }
        let number = (Int(lead) - 0x81) * 157 + Int(trail) - (trail < 0x7F ? 0x40 : 0x62)
        if let (letter, sign) = pairs[number] { return MultiByteCharacter(letter, combining: sign, length: 2) }
        return table[number].map { MultiByteCharacter($0, length: 2) } ?? .nothing(trail: trail)
    }
}
