import CBrotli
import Model

/// Unpacks brotli (RFC 7932).
enum BrotliDecoder {
    static func decoded(_ packed: [UInt8], limit: Int) throws(FailureCause) -> [UInt8] {
        guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else { throw .badEncoding("brotli: no memory") }
        defer { BrotliDecoderDestroyInstance(state) }
        var output: [UInt8] = []
        output.reserveCapacity(min(packed.count * 4, limit))
        let result = packed.withUnsafeBufferPointer { packed in
            var (next, left, noRoom) = (packed.baseAddress, packed.count, 0)
            while true {
                // The decoder keeps what it has decoded until it is taken, at most one window of it.
                let result = BrotliDecoderDecompressStream(state, &left, &next, &noRoom, nil, nil)
                var count = 0
                while output.count <= limit, let taken = BrotliDecoderTakeOutput(state, &count), count > 0 {
                    output.append(
                        contentsOf: UnsafeBufferPointer(start: taken, count: min(count, limit + 1 - output.count)))
                    count = 0
                }
                if result != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT || output.count > limit { return result }
            }
        }
        guard output.count <= limit else { throw .tooLarge(limit: limit) }
        switch result {
        case BROTLI_DECODER_RESULT_SUCCESS: return output
        case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: throw .truncated
        case _: throw .badEncoding("damaged brotli, or none")
        }
    }
}
