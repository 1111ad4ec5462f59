import CDeflate
import Inflating
import Testing

@Suite struct InflateTests {
    private func gzipped(_ bytes: [UInt8]) throws -> [UInt8] {
        let compressor = try #require(libdeflate_alloc_compressor(9))
        defer { libdeflate_free_compressor(compressor) }
        var out = [UInt8](repeating: 0, count: libdeflate_gzip_compress_bound(compressor, bytes.count))
        let room = out.count
        let count = libdeflate_gzip_compress(compressor, bytes, bytes.count, &out, room)
        return Array(out.prefix(count))
    }

    private let text = Array("<urlset></urlset>".utf8)

    @Test func whatWasPackedComesBack() throws {
        #expect(try inflate(gzipped(text), limit: 100) == text)
        #expect(try inflate(gzipped([]), limit: 100).isEmpty)
        let long = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 / 1_000) }
        #expect(try inflate(gzipped(long), limit: 3_000_000) == long)
    }

    @Test func membersStandInARow() throws {
        let one = try gzipped(text)
        #expect(try inflate(one + one + one, limit: 100) == text + text + text)
        #expect(try inflate(one + Array("rest".utf8), limit: 100) == text)
    }

    @Test func aBombIsStoppedAtTheLimit() throws {
        let bomb = try gzipped(Array(repeating: 0, count: 50_000_000))
        #expect(throws: InflateProblem.tooLarge(limit: 1_000_000)) { try inflate(bomb, limit: 1_000_000) }
        let one = try gzipped(text)
        #expect(throws: InflateProblem.tooLarge(limit: 20)) { try inflate(one + one, limit: 20) }
        #expect(throws: InflateProblem.tooLarge(limit: 0)) { try inflate(one, limit: 0) }
    }

    @Test(arguments: [0, 1, 2, 3, 9, 10, 17, 24]) func aFileThatWasCutOffIsTold(length: Int) throws {
        let cut = Array(try gzipped(text).prefix(length))
        #expect(throws: InflateProblem.cut) { try inflate(cut, limit: 100) }
    }

    @Test(arguments: [[0x50, 0x4B, 3, 4], Array("<urlset></urlset> not packed".utf8)] as [[UInt8]])
    func whatIsNoGzipIsBroken(bytes: [UInt8]) {
        #expect(throws: InflateProblem.broken) { try inflate(bytes, limit: 100) }
    }

    @Test func aWrongCheckSumIsBroken() throws {
        var bytes = try gzipped(text)
        bytes[bytes.count - 6] ^= 1
        #expect(throws: InflateProblem.broken) { try inflate(bytes, limit: 100) }
    }
}
