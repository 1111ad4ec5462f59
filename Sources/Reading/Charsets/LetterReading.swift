/// Bytes read as a language in one of its single-byte encodings, and what that reading costs: the negative logarithm of its
/// likelihood, in nats, as far as readings differ.
struct LetterReading {
    let charset: Charset
    private let model: LetterModel
    private let kinds: [Kind]
    /// Hebrew may be stored as it is seen, from the left: then pairs are looked up the other way round.
    private let isVisual: Bool
    /// What the encoding costs beforehand: old sets of few documents need better evidence than windows-1252.
    private let prior: Float

    /// What a byte is in this reading.
    private enum Kind {
        case letter(Int, isUpper: Bool)
        /// A vowel point over the letter before.
        case mark
        /// A letter that the language does not have.
        case foreign
        case sign(LetterSigns.Use)
        /// A byte without a character, or a C1 control, which no text has.
        case nothing
    }

    static let all: [LetterReading] = LetterModel.all.flatMap { model in
        model.encodings.enumerated().compactMap { LetterReading(model, $0.element, isFirst: $0.offset == 0) }
    }

    private init?(_ model: LetterModel, _ name: String, isFirst: Bool) {
        charset = Charset(known: name)
        guard let decoder = SingleByteDecoder.decoder(charset) else { return nil }
        self.model = model
        isVisual = name == "iso-8859-8"
        prior = name == "windows-1252" ? 0 : isVisual ? 9 : isFirst ? 5 : 6
        kinds = (UInt8.min...UInt8.max).map { LetterReading.kind($0, decoder, model) }
    }

    private static func kind(_ byte: UInt8, _ decoder: SingleByteDecoder, _ model: LetterModel) -> Kind {
        guard let scalar = decoder.scalar(byte), !(0x80...0x9F).contains(scalar.value) else { return .nothing }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        if lower.count == 1, let first = lower.first, let letter = model.classes[first] {
            return .letter(letter, isUpper: first != scalar)
        }
        if scalar.properties.generalCategory == .nonspacingMark { return .mark }
        if byte >= 0x80, let use = LetterSigns.use(of: scalar) { return .sign(use) }
        return scalar.properties.isAlphabetic ? .foreign : .sign(.rare)
    }

    /// What a letter costs that the language does not have, a sign that does not belong, and a byte that means nothing.
    private static let (foreign, nothing): (Float, Float) = (13, 25)
    /// What it costs that an ASCII letter stands beside one of a script that has none.
    private static let mixed: Float = 5

    /// - Returns: infinity where the costs pass `limit`.
    func cost(_ bytes: [UInt8], limit: Float) -> Float {
        var total = prior
        var (before, wasLower, wasHigh, wasForeignASCII) = (0, false, false, false)
        for (index, byte) in bytes.enumerated() {
            let isHigh = byte >= 0x80
            switch kinds[Int(byte)] {
            case .letter(let letter, let isUpper):
                total += isVisual ? model.cost(letter, before) : model.cost(before, letter)
                if isUpper, wasLower, isHigh || wasHigh { total += 3 }
                if wasForeignASCII { total += LetterReading.mixed }
                (before, wasLower) = (letter, !isUpper)
            case .mark: total += before > 0 ? 3 : LetterReading.foreign
            case .foreign where !isHigh:
                if wasHigh, before > 0 { total += closing(before) + LetterReading.mixed }
                (before, wasLower) = (0, false)
            case .foreign:
                total += LetterReading.foreign
                (before, wasLower) = (0, false)
            case .sign(let use):
                total += closing(before)
                if isHigh { total += LetterSigns.cost(use, at: index, in: bytes, afterLetter: before > 0) }
                (before, wasLower) = (0, false)
            case .nothing:
                total += LetterReading.nothing
                (before, wasLower) = (0, false)
            }
            wasHigh = isHigh
            wasForeignASCII = byte.isASCIILetter && !model.isLatin
            if total > limit { return .infinity }
        }
        return total
    }

    /// What it costs that a word ends after this letter.
    private func closing(_ letter: Int) -> Float { isVisual ? model.cost(0, letter) : model.cost(letter, 0) }
}
