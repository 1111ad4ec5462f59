/// Tells the encoding of bytes that are not UTF-8 and carry no label, by how likely each reading of them is.
///
/// The design is chardetng's (pairs of letters by language, valid and common characters for East Asia), the figures are our
/// own. windows-1252 is the answer unless another reading is clearly likelier: a Malay or English text with a few curly
/// quotes must stay what it is.
enum LegacyDetector {
    /// How many bytes are weighed, beyond ASCII and their neighbours: some pages of text.
    private static let sampleLength = 6_000

    static func charset(_ bytes: [UInt8]) -> Charset {
        let sample = sample(bytes)
        if sample.isEmpty || isLoneSign(sample) { return .windows1252 }
        var best = (charset: Charset.windows1252, cost: Float.infinity)
        func take(_ charset: Charset, _ cost: Float) { if cost < best.cost { best = (charset, cost) } }
        for reading in LetterReading.all { take(reading.charset, reading.cost(sample, limit: best.cost)) }
        for reading in WideReading.all { take(reading.charset, reading.cost(sample, limit: best.cost)) }
        take(ThaiReading.charset, ThaiReading.cost(sample, limit: best.cost))
        return best.charset
    }

    /// Whether a single byte beyond ASCII stands beside no letter. It says nothing of the language: it is a sign, as of a
    /// currency.
    private static func isLoneSign(_ sample: [UInt8]) -> Bool {
        guard sample.count(where: { $0 >= 0x80 }) == 1, let at = sample.firstIndex(where: { $0 >= 0x80 }) else {
            return false
        }
        return !sample[max(0, at - 1)...min(sample.count - 1, at + 1)].contains(where: \.isASCIILetter)
    }

    /// The bytes beyond ASCII with their neighbours; the ASCII text between them says nothing and becomes one blank.
    private static func sample(_ bytes: [UInt8]) -> [UInt8] {
        var sample: [UInt8] = []
        /// The first byte that is not yet taken.
        var free = 0
        for index in bytes.indices where bytes[index] >= 0x80 {
            guard sample.count < sampleLength else { break }
            // The letter before, and two after: the second byte of a character may be ASCII.
            let start = max(free, index - 1)
            if start > free { sample.append(0x20) }
            let end = min(bytes.count, index + 3)
            if start < end { sample += bytes[start..<end] }
            free = max(free, end)
        }
        if !sample.isEmpty, free < bytes.count || sample.count < sampleLength { sample.append(0x20) }
        return sample
    }

    /// Whether seven-bit text has an escape sequence of ISO-2022-JP, and characters after it.
    static func isISO2022JP(_ bytes: [UInt8]) -> Bool {
        guard let escape = bytes.firstIndex(of: 0x1B), bytes[(escape + 1)...].first == UInt8(ascii: "$") else {
            return false
        }
        return !ISO2022JPDecoder.decode(Array(bytes.prefix(sampleLength))).hasReplacements
    }
}
