/// The characters that the three encodings of Japanese share.
enum JapaneseCharacters {
    static let x0208 = CharacterTable(rows: JISTables.x0208, width: 94)
    static let x0212 = CharacterTable(rows: JISTables.x0212, width: 94)

    /// Katakana of half width, from 0xA1 to 0xDF.
    static func narrowKatakana(_ byte: UInt8) -> Unicode.Scalar? {
        (0xA1...0xDF).contains(byte) ? Unicode.Scalar(0xFF61 + UInt32(byte - 0xA1)) : nil
    }
}
