import CDeflate
import Model
import Testing

@testable import Fetching

struct ContentCodingTests {
    /// About 40 kB of invented sentences, no two alike.
    private let text = Array(
        (1...800).map { "Baris \($0): hujan lebat di hulu sungai sejak petang \($0 * 7919 % 1000).\n" }.joined().utf8)

    @Test func everyCodingIsUnpacked() throws {
        for (coding, bytes) in [
            (ContentCoding.gzip, gzipped(text)), (.deflate, deflated(text, withHeader: true)),
            (.deflate, deflated(text, withHeader: false)), (.brotli, brotliStored(text)),
        ] {
            #expect(try coding.unpacked(bytes, limit: 1 << 20) == text)
        }
    }

    @Test func severalMembersOfAGzipFileAreOneBody() throws {
        let packed = gzipped(text) + gzipped([]) + gzipped(Array("tamat".utf8))
        #expect(try ContentCoding.gzip.unpacked(packed, limit: 1 << 20) == text + Array("tamat".utf8))
    }

    @Test(arguments: [[0], Array("lebihan".utf8), [UInt8](repeating: 0x1F, count: 100)])
    func whatFollowsTheLastMemberIsIgnored(_ tail: [UInt8]) throws {
        #expect(try ContentCoding.gzip.unpacked(gzipped(text) + tail, limit: 1 << 20) == text)
    }

    @Test func anEmptyBodyIsEmptyInEveryCoding() throws {
        for coding in ContentCoding.allCases { #expect(try coding.unpacked([], limit: 10).isEmpty) }
        #expect(try ContentCoding.gzip.unpacked(gzipped([]), limit: 10).isEmpty)
    }

    @Test func aGzipFileThatIsCutAnywhereIsTruncated() {
        let packed = gzipped(text)
        for end in 1..<packed.count {
            #expect(throws: FailureCause.truncated) {
                try ContentCoding.gzip.unpacked(Array(packed[..<end]), limit: 100_000)
            }
        }
    }

    @Test func brotliThatIsCutIsTruncated() {
        let packed = brotliStored(text)
        for end in stride(from: 1, to: packed.count, by: 97) {
            #expect(throws: FailureCause.truncated) {
                try ContentCoding.brotli.unpacked(Array(packed[..<end]), limit: 1 << 20)
            }
        }
    }

    @Test(arguments: [1, 4, 5, 6])
    func aGzipFileThatIsDamagedIsABadEncoding(_ part: Int) {
        var packed = gzipped(text)
        // In its first, second… sixth part; the last is the checksum.
        let place = part < 6 ? packed.count * part / 6 : packed.count - 8
        for index in place..<place + 3 { packed[index] ^= 0x5A }
        #expect(throws: FailureCause.badEncoding("damaged gzip")) {
            try ContentCoding.gzip.unpacked(packed, limit: 1 << 20)
        }
    }

    @Test(arguments: ContentCoding.allCases, ["<rss version=\"2.0\"/>", "x", String(repeating: "abc", count: 999)])
    func textThatClaimsToBePackedIsABadEncoding(_ coding: ContentCoding, _ text: String) {
        let cause = #expect(throws: FailureCause.self) { try coding.unpacked(Array(text.utf8), limit: 1 << 20) }
        #expect(cause?.code == "bad-encoding" || (coding == .brotli && cause == .truncated))
    }

    @Test(arguments: ContentCoding.allCases, [39_000, 1])
    func whatIsLargerThanTheLimitIsTooLarge(_ coding: ContentCoding, _ limit: Int) {
        #expect(throws: FailureCause.tooLarge(limit: limit)) {
            try coding.unpacked(packed(text, as: coding), limit: limit)
        }
    }

    @Test(arguments: ContentCoding.allCases) func whatIsJustAsLargeAsTheLimitIsTaken(_ coding: ContentCoding) throws {
        #expect(try coding.unpacked(packed(text, as: coding), limit: text.count) == text)
        guard coding == .gzip else { return }
        #expect(try coding.unpacked(gzipped(text) + gzipped([]), limit: text.count) == text)
        #expect(throws: FailureCause.tooLarge(limit: text.count)) {
            try coding.unpacked(gzipped(text) + gzipped([65]), limit: text.count)
        }
    }

    @Test(arguments: [ContentCoding.gzip, .deflate]) func aBombIsTooLarge(_ coding: ContentCoding) {
        let bomb = packed([UInt8](repeating: 0, count: 64 << 20), as: coding)
        #expect(bomb.count < 80_000)
        #expect(throws: FailureCause.tooLarge(limit: 5 << 20)) { try coding.unpacked(bomb, limit: 5 << 20) }
    }

    @Test(arguments: [0, 1, 5000, 1_000_000, 0x7FFF_FFFF, 0xFFFF_FFFF])
    func aStatedSizeThatIsALieIsNotBelieved(_ size: Int) {
        var packed = gzipped(text)
        for (index, shift) in [0, 8, 16, 24].enumerated() {
            packed[packed.count - 4 + index] = UInt8(truncatingIfNeeded: size >> shift)
        }
        #expect(throws: FailureCause.self) { try ContentCoding.gzip.unpacked(packed, limit: 1 << 20) }
    }

    @Test(.timeLimit(.minutes(1))) func aHundredThousandTinyMembersTakeNoTime() throws {
        let member = gzipped([65])
        var many: [UInt8] = []
        for _ in 0..<100_000 { many += member }
        #expect(try ContentCoding.gzip.unpacked(many, limit: 5 << 20).count == 100_000)
        // The last one states a size of 5 MB: so much room for each would take minutes.
        many.replaceSubrange((many.count - 4)..., with: [0, 0, 0x4C, 0])
        #expect(throws: FailureCause.badEncoding("damaged gzip")) {
            try ContentCoding.gzip.unpacked(many, limit: 5 << 20)
        }
    }

    @Test func codingsOnEachOtherAreTakenOffInTurn() throws {
        let headers = HeaderFields([("Content-Encoding", "deflate, GZIP"), ("Content-Encoding", "identity, br")])
        let packed = brotliStored(gzipped(deflated(text, withHeader: true)))
        #expect(try ContentCoding.stack(of: headers).unpacked(packed, limit: 1 << 20) == text)
    }

    @Test func eachCodingOnTheWayIsHeldToTheLimit() throws {
        let inner = [UInt8](repeating: 0, count: 32 << 20)
        let bomb = gzipped(gzipped(inner))
        #expect(bomb.count < 1000)
        #expect(throws: FailureCause.tooLarge(limit: 1 << 20)) {
            try [ContentCoding.gzip, .gzip].unpacked(bomb, limit: 1 << 20)
        }
    }

    @Test(arguments: [
        ("x-rekaan", "x-rekaan is unknown"), ("gzip, zstd", "zstd is unknown"), ("compress", "compress is unknown"),
    ])
    func anUnknownCodingIsNamed(_ value: String, _ words: String) {
        #expect(throws: FailureCause.badEncoding(words)) {
            try ContentCoding.stack(of: HeaderFields([("Content-Encoding", value)]))
        }
    }

    @Test func fiveCodingsAreTakenAndSixAreNot() throws {
        func stack(_ count: Int) throws -> [ContentCoding] {
            let value = Array(repeating: "gzip", count: count).joined(separator: ",")
            return try ContentCoding.stack(of: HeaderFields([("Content-Encoding", value)]))
        }
        #expect(try stack(5).count == 5)
        #expect(throws: FailureCause.badEncoding("more than 5 on each other")) { try stack(6) }
    }
}

private func packed(_ bytes: [UInt8], as coding: ContentCoding) -> [UInt8] {
    switch coding {
    case .gzip: gzipped(bytes)
    case .deflate: deflated(bytes, withHeader: true)
    case .brotli: brotliStored(bytes)
    }
}
