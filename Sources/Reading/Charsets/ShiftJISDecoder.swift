/// Shift_JIS as Windows has it (WHATWG Encoding Standard, 13.3).
enum ShiftJISDecoder: MultiByteDecoder {
    static func character(_ rest: ArraySlice<UInt8>) -> MultiByteCharacter {
        let lead = rest[rest.startIndex]
        if lead == 0x80 { return MultiByteCharacter("\u{80}", length: 1) }
        if let narrow = JapaneseCharacters.narrowKatakana(lead) { return MultiByteCharacter(narrow, length: 1) }
        guard (0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead), rest.count > 1 else {
            return MultiByteCharacter(nil, length: 1)
        }
        let trail = rest[rest.startIndex + 1]
        guard (0x40...0x7E).contains(trail) || (0x80...0xFC).contains(trail) else { return .nothing(trail: trail) }
        let row = Int(lead) - (lead < 0xA0 ? 0x81 : 0xC1)
        let number = row * 188 + Int(trail) - (trail < 0x7F ? 0x40 : 0x41)
        // Numbers for the users' own characters: a private area in Unicode too.
        if (8836...10715).contains(number) {
            return MultiByteCharacter(Unicode.Scalar(UInt32(0xE000 - 8836 + number)), length: 2)
        }
        return JapaneseCharacters.x0208[number].map { MultiByteCharacter($0, length: 2) } ?? .nothing(trail: trail)
    }
}
