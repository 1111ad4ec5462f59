import Testing

@testable import Reading

@Suite struct LegacyDetectorTests {
    /// A text's bytes in a single-byte set, by the reader's own table.
    private func bytes(_ text: String, in name: String) throws -> [UInt8] {
        let decoder = try #require(SingleByteDecoder.decoder(Charset(known: name)))
        var table: [Unicode.Scalar: UInt8] = [:]
        for byte in UInt8(0)...255 { if let scalar = decoder.scalar(byte) { table[scalar] = byte } }
        return try text.unicodeScalars.map { try #require(table[$0]) }
    }

    @Test(arguments: [
        ("Seorang ibu – “tolong kami” – merayu di café", "windows-1252"),
        ("L’été à la plage, où êtes-vous, Noël?", "windows-1252"),
        ("Über die Straße", "windows-1252"), ("à", "windows-1252"),
        ("Женщина с тремя детьми осталась без дома", "windows-1251"),
        ("Женщина с тремя детьми осталась без дома", "koi8-u"), ("Женщина осталась без дома", "ibm866"),
        ("Μια γυναίκα έχασε το σπίτι της", "windows-1253"), ("אישה איבדה את ביתה", "windows-1255"),
        ("ผู้หญิงคนหนึ่งสูญเสียบ้าน", "windows-874"),
    ])
    func aTextWithoutALabelIsToldByItsLetters(text: String, name: String) throws {
        #expect(LegacyDetector.charset(try bytes(text, in: name)).name == name)
    }

    @Test(arguments: [
        ("Żona rybaka prosi o pomoc dla dzieci", "windows-1250"), ("Šest dětí žije bez střechy", "windows-1250"),
        ("Balıkçının eşi yardım istiyor", "windows-1254"), ("Žvejo žmona prašo pagalbos", "windows-1257"),
        ("وقالت الأم إن أطفالها بلا مأوى", "windows-1256"), ("وقالت الأم إن أطفالها بلا مأوى", "iso-8859-6"),
        ("Me\u{323} cu\u{309}a ba đư\u{301}a tre\u{309}", "windows-1258"),
        ("O pescador não tem coração", "windows-1252"),
        ("isn’t", "windows-1252"), ("100 °", "windows-1252"), ("N.º 4", "windows-1252"),
    ])
    func theLanguageTellsTheEncoding(text: String, name: String) throws {
        #expect(LegacyDetector.charset(try bytes(text, in: name)).name == name)
    }

    @Test func hebrewThatIsStoredAsItIsSeenIsTold() throws {
        let seen = String("אישה איבדה את ביתה ואת ילדיה".reversed())
        #expect(LegacyDetector.charset(try bytes(seen, in: "iso-8859-8")).name == "iso-8859-8")
    }

    @Test(
        arguments: [
            ([0xC6, 0xB6, 0xC0, 0xA7, 0xB5, 0xC4, 0xBC, 0xD2, 0xCD, 0xA5], "gbk"),
            ([0xAD, 0xBB, 0xB4, 0xE4, 0xB3, 0x68, 0xA7, 0x78, 0xAA, 0xBA, 0xA4, 0x48], "big5"),
            ([0xBB, 0xFD, 0xC8, 0xB0, 0xB0, 0xED, 0x20, 0xB5, 0xBD, 0xB4, 0xD9], "euc-kr"),
            ([0x90, 0xB6, 0x8A, 0x88, 0x8B, 0xEA, 0x82, 0xCC, 0x89, 0xC6, 0x91, 0xB0], "shift_jis"),
            ([0xA5, 0xC6, 0xA5, 0xB9, 0xA5, 0xC8, 0xA4, 0xC7, 0xA4, 0xB9], "euc-jp"),
        ] as [([UInt8], String)])
    func eastAsiaIsToldByItsCommonCharacters(bytes: [UInt8], name: String) {
        #expect(LegacyDetector.charset(bytes).name == name)
    }

    @Test func escapesAreBelievedInPlainTextOnly() {
        let bytes: [UInt8] = [0x1B, 0x24, 0x42, 0x40, 0x38, 0x33, 0x68, 0x1B, 0x28, 0x42]
        #expect(sniffCharset(bytes, kind: .text).charset.name == "iso-2022-jp")
        #expect(sniffCharset(bytes, kind: .html).charset.name == "windows-1252")
        #expect(sniffCharset([0x1B, 0x24, 0x42, 0x21], kind: .text).charset.name == "windows-1252")
    }

    @Test func noBytesTrapOrTakeLong() {
        #expect(LegacyDetector.charset([]).name == "windows-1252")
        _ = LegacyDetector.charset([UInt8](repeating: 0xFF, count: 1 << 20))
        _ = LegacyDetector.charset(Array(0...255))
    }
}
