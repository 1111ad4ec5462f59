import Testing

@testable import Reading

@Suite struct CharsetTests {
    private let quoted = "Tolong “kami” – café"

    private func document(_ encoding: String, _ title: String) -> String {
        "<?xml version=\"1.0\" encoding=\"\(encoding)\"?><rss version=\"2.0\"><channel><title>\(title)</title></channel></rss>"
    }

    private func title(_ bytes: [UInt8], contentType: String? = nil) throws -> String? {
        let headers = contentType.map { [(name: "content-type", value: $0)] } ?? []
        return try readFeed(bytes, headers: headers, now: testNow).title
    }

    @Test(arguments: [
        ("utf-8", "utf-8"), ("UTF8", "utf-8"), (" Latin1 ", "windows-1252"), ("iso-8859-1", "windows-1252"),
        ("us-ascii", "windows-1252"),
        ("gb2312", "gbk"), ("TIS-620", "windows-874"), ("utf-16", "utf-16le"), ("utf-32be", "utf-32be"),
    ])
    func aLabelMeansWhatBrowsersRead(label: String, name: String) {
        #expect(Charset(label: label)?.name == name)
    }

    @Test(arguments: ["utf-7", "x-klingon", ""])
    func anUnknownLabelIsNoEncoding(label: String) {
        #expect(Charset(label: label) == nil)
    }

    @Test func everyUnicodeFormIsReadWithAndWithoutItsMark() throws {
        let text = document("utf-16", quoted)
        let low = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let high = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let wide = text.unicodeScalars.flatMap { scalar in (0..<4).map { UInt8(scalar.value >> (8 * $0) & 0xFF) } }
        for bytes in [
            [0xFF, 0xFE] + low, [0xFE, 0xFF] + high, low, high, [0xFF, 0xFE, 0, 0] + wide, wide,
            [0xEF, 0xBB, 0xBF] + Array(text.utf8),
        ] {
            #expect(try title(bytes) == quoted)
        }
    }

    @Test func validUTF8BeatsEveryLabel() throws {
        #expect(
            try title(Array(document("iso-8859-1", quoted).utf8), contentType: "text/xml; charset=windows-1251")
                == quoted)
        #expect(try title(Array(document("x-klingon", quoted).utf8)) == quoted)
    }

    @Test func theDocumentsLabelBeatsTheServers() throws {
        let bytes =
            Array(document("windows-1251", "").utf8.dropLast(24)) + [0xCF, 0xF0, 0xE8]
            + Array("</title></channel></rss>".utf8)
        #expect(try title(bytes, contentType: "text/xml; charset=iso-8859-1") == "При")
    }

    @Test func windows1252IsWhatRemains() throws {
        let bytes =
            Array("<rss><channel><title>".utf8) + [0x93, 0x63, 0x61, 0x66, 0xE9, 0x94]
            + Array("</title></channel></rss>".utf8)
        #expect(try title(bytes) == "“café”")
        #expect(try title(bytes, contentType: "text/xml; charset=utf-8") == "“café”")
    }

    @Test func aFewBadBytesInUTF8AreReplaced() throws {
        let bytes =
            Array("<rss><channel><title>“baik” – ".utf8) + [0xFF, 0x41] + Array("</title></channel></rss>".utf8)
        let feed = try readFeed(bytes, now: testNow)
        #expect(feed.title == "“baik” – \u{FFFD}A")
        #expect(feed.damage == [.badBytes])
    }

    @Test func overlongFormsAreNotMarkUp() throws {
        let bytes = Array("<rss><channel><title>a".utf8) + [0xC0, 0xBC] + Array("b</title></channel></rss>".utf8)
        let title = try #require(try title(bytes))
        #expect(!title.contains("<"))
    }

    @Test func chineseOfOldOutletsIsRead() throws {
        let bytes =
            Array(document("gb2312", "").utf8.dropLast(24)) + [0xC6, 0xB6, 0xC0, 0xA7]
            + Array("</title></channel></rss>".utf8)
        #expect(try title(bytes) == "贫困")
        let four: [UInt8] = [0x81, 0x30, 0x86, 0x30, 0x95, 0x32, 0x82, 0x36, 0x80, 0xA2, 0xE3]
        #expect(GB18030Decoder.decode(four).utf8 == Array("¸𠀀€€".utf8))
        #expect(GB18030Decoder.decode([0x81, 0x3C, 0xFF, 0x81]).hasReplacements)
    }

    @Test func anEncodingThatIsNotReadIsNamed() throws {
        // Browsers refuse it too: bytes of another country's markup would pass as text.
        let bytes = Array(document("hz-gb-2312", "").utf8.dropLast(24)) + Array("~{<:~}</title></channel></rss>".utf8)
        #expect(throws: FeedProblem.unsupportedCharset(try #require(Charset(label: "hz-gb-2312")))) {
            try title(bytes)
        }
    }

    @Test func textThatWasEncodedTwiceIsUndone() throws {
        #expect(try title(Array(document("utf-8", "kes â€œmiskinâ€\u{9D}").utf8)) == "kes “miskin”")
        #expect(try title(Array(document("utf-8", "don\u{92}t").utf8)) == "don’t")
        #expect(try title(Array(document("utf-8", "São â la carte").utf8)) == "São â la carte")
    }

    @Test(arguments: [
        ("<meta charset=iso-8859-2>", "iso-8859-2", CharsetOrigin.meta),
        ("<META HTTP-EQUIV='Content-Type' content='text/html; charset=big5'>", "big5", .meta),
        ("<meta content='text/html; charset=big5'>", "windows-1252", .default),
        ("<!-- <meta charset=big5> -->", "windows-1252", .default),
        ("<meta charset=utf-16>", "utf-8", .meta), ("<a title='<meta charset=big5>'>", "windows-1252", .default),
        ("<p>é</p><meta charset=big5>", "utf-8", .utf8), ("<meta", "windows-1252", .default),
        ("<!--", "windows-1252", .default),
    ])
    func aPagesOwnLabelIsFound(page: String, name: String, origin: CharsetOrigin) {
        let found = sniffCharset(Array(page.utf8), kind: .html)
        #expect(found.charset.name == name && found.origin == origin)
    }

    @Test(arguments: [
        ("text/xml; charset=windows-1251", "windows-1251"), ("text/html;Charset=\"koi8-r\"; x", "koi8-r"),
        ("text/html; charset", nil),
        ("text/html; charset=", ""), ("text/html", nil),
    ])
    func theHeadersLabelIsFound(header: String, label: String?) {
        #expect(CharsetSniffer.parameter(header) == label)
    }

    @Test func everyTableHasItsCharacters() {
        for (name, codes) in SingleByteTables.codePoints {
            let count = codes.split(separator: " ").count
            #expect(count == 96 || count == 128, "\(name)")
        }
        #expect(GBKTable.characters.unicodeScalars.count == 126 * 190)
    }
}
