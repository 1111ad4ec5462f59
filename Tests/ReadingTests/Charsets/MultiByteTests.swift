import Testing

@testable import Reading

@Suite struct MultiByteTests {
    private func text(_ bytes: [UInt8], _ name: String) throws -> String {
        let charset = try #require(Charset(label: name))
        let decoded = try #require(CharsetDecoder.decode(bytes, charset))
        return String(decoding: decoded.utf8, as: UTF8.self)
    }

    @Test(
        arguments: [
            ("big5", [0xAD, 0xBB, 0xB4, 0xE4, 0xB3, 0x68, 0xA7, 0x78], "香港貧困"),
            ("big5", [0x88, 0x62], "\u{CA}\u{304}"),
            ("euc-kr", [0xBB, 0xFD, 0xC8, 0xB0, 0xB0, 0xED], "생활고"), ("euc-kr", [0x8C, 0x63], "똠"),
            ("shift_jis", [0x90, 0xB6, 0x8A, 0x88, 0x8B, 0xEA], "生活苦"),
            ("shift_jis", [0xC3, 0xBD, 0xC4, 0x5C], "ﾃｽﾄ\\"),
            ("shift_jis", [0xF0, 0x40], "\u{E000}"), ("euc-jp", [0xA5, 0xC6, 0xA5, 0xB9, 0xA5, 0xC8], "テスト"),
            ("euc-jp", [0x8E, 0xC3], "ﾃ"), ("euc-jp", [0x8F, 0xEC, 0xBF], "鷗"),
            ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x40, 0x38, 0x33, 0x68, 0x1B, 0x28, 0x42, 0x21], "生活!"),
            ("iso-2022-jp", [0x1B, 0x28, 0x4A, 0x5C, 0x1B, 0x28, 0x49, 0x43], "¥ﾃ"),
        ] as [(String, [UInt8], String)])
    func charactersOfSeveralBytesAreRead(name: String, bytes: [UInt8], expected: String) throws {
        #expect(try text(bytes, name) == expected)
    }

    @Test(arguments: ["big5", "euc-kr", "shift_jis", "euc-jp", "gbk"])
    func aBrokenPairGivesMarkupBack(name: String) throws {
        // A lead byte before a quotation mark must not swallow it: the attribute would go on.
        #expect(try text([0x81, 0x22, 0x3E], name) == "\u{FFFD}\">")
        #expect(try text([0x41, 0xFE], name).hasPrefix("A"))
    }

    @Test func whatEscapesHideIsSeen() throws {
        // Markup between escapes is Japanese to us, and an empty escape leaves a mark.
        #expect(try text([0x1B, 0x24, 0x42] + Array("<p>".utf8), "iso-2022-jp").contains("<p>") == false)
        #expect(try text([0x1B, 0x28, 0x4A, 0x1B, 0x28, 0x42, 0x41], "iso-2022-jp") == "\u{FFFD}A")
        #expect(try text([0x1B, 0x24, 0x42, 0x40, 0x0A, 0x41], "iso-2022-jp").hasSuffix("A"))
        #expect(try text([0x1B, 0x5B, 0x31], "iso-2022-jp") == "\u{FFFD}[1")
        #expect(try text([0x0E, 0x80], "iso-2022-jp") == "\u{FFFD}\u{FFFD}")
    }

    @Test(arguments: ["big5", "euc-kr", "shift_jis", "euc-jp", "iso-2022-jp", "gb18030"])
    func noPairOfBytesTraps(name: String) throws {
        let charset = try #require(Charset(label: name))
        for lead in UInt8.min...UInt8.max {
            let bytes: [UInt8] = (UInt8.min...UInt8.max).flatMap { [lead, $0, 0x20] } + [lead]
            let decoded = try #require(CharsetDecoder.decode(bytes, charset))
            #expect(UTF8Survey(decoded.utf8).isValid)
        }
    }
}
