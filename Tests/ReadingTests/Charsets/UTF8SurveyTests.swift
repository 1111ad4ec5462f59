import Testing

@testable import Reading

@Suite struct UTF8SurveyTests {
    /// Pieces of which most are characters and some are broken.
    private let pieces: [[UInt8]] = [
        Array("kampung rekaan".utf8), [0x20], Array("é".utf8), Array("”".utf8), Array("😀".utf8), [0xC2, 0x85],
        [0xC2, 0xA0], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x80], [0xFF],
    ]

    @Test func itTellsWhatAStringTells() {
        var state: UInt64 = 5
        for length in 0...24 {
            for _ in 0..<60 {
                var bytes: [UInt8] = []
                for _ in 0..<length {
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    bytes += pieces[Int(state >> 33) % (state >> 60 == 0 ? pieces.count : 7)]
                }
                // So that no character is cut off at the end, which the survey forgives.
                bytes.append(0x2E)
                let survey = UTF8Survey(bytes)
                let text = String(validating: bytes, as: UTF8.self)
                #expect(survey.isValid == (text != nil))
                guard let text else { continue }
                #expect(survey.multibyte == text.unicodeScalars.count { $0.value >= 0x80 })
                #expect(survey.isASCII == text.utf8.allSatisfy { $0 < 0x80 })
                #expect(survey.hasC1 == text.unicodeScalars.contains { (0x80...0x9F).contains($0.value) })
            }
        }
    }

    @Test func aFirstByteAtTheVeryEndIsForgiven() {
        #expect(UTF8Survey([0x61, 0xE2]).isValid)
        #expect(UTF8Survey([0xC2]).isValid)
        #expect(!UTF8Survey([0x61, 0xE2, 0x61]).isValid)
        #expect(!UTF8Survey([0x61, 0x80]).isValid)
    }
}
