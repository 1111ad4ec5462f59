/// What the beginning and the end of a word say of its language, where no list has the word.
///
/// Headlines have few small words, and Malay makes new words out of old ones by affixes (`dihempap`, `memperkasakan`); no
/// list holds them all.
enum WordShape {
    /// - Parameter word: letters of ASCII in either case.
    static func kind(of word: Span<UInt8>) -> CommonWords.Kind? {
        guard word.count >= 6 else { return nil }
        for row in endings where ends(word, with: row.letters) { return row.kind }
        for row in beginnings where begins(word, with: row.letters) { return row.kind }
        return nil
    }

    private struct Row: Sendable {
        let letters: [UInt8]
        let kind: CommonWords.Kind

        init(_ letters: String, _ kind: CommonWords.Kind) { (self.letters, self.kind) = (Array(letters.utf8), kind) }
    }

    /// The first that fits counts, so the longer stand before the shorter.
    private static let endings: [Row] = [
        // Television and quality end otherwise south of the strait.
        Row("syen", .malay), Row("ksyen", .malay), Row("aliti", .malay), Row("viti", .malay), Row("niti", .malay),
        Row("riti", .malay), Row("siti", .malay), Row("itas", .indonesian), Row("nyalah", .malayic),
        Row("nya", .malayic),
        Row("kan", .malayic), Row("isasi", .malayic), Row("annya", .malayic), Row("kah", .malayic),
        Row("lah", .malayic),
        Row("tion", .english), Row("tions", .english), Row("ness", .english), Row("ment", .english),
        Row("ments", .english),
        Row("ight", .english), Row("ities", .english), Row("ously", .english), Row("ally", .english),
        Row("ered", .english),
        Row("ated", .english), Row("shed", .english), Row("cked", .english), Row("sted", .english),
        Row("sses", .english),
        Row("wing", .english), Row("ving", .english), Row("ching", .english), Row("shing", .english),
        Row("ting", .english), Row("king", .english), Row("sing", .english), Row("ding", .english),
        Row("ning", .english),
    ]

    private static let beginnings: [Row] = [
        Row("meng", .malayic), Row("meny", .malayic), Row("memb", .malayic), Row("memp", .malayic),
        Row("menj", .malayic),
        Row("menc", .malayic), Row("mend", .malayic), Row("diper", .malayic), Row("dik", .malayic),
        Row("dib", .malayic),
        Row("dit", .malayic), Row("dip", .malayic), Row("dih", .malayic), Row("berk", .malayic), Row("berp", .malayic),
        Row("berb", .malayic), Row("bers", .malayic), Row("bert", .malayic), Row("terk", .malayic),
        Row("terb", .malayic),
        Row("tersa", .malayic), Row("terp", .malayic), Row("pemb", .malayic), Row("pemp", .malayic),
        Row("peng", .malayic),
        Row("peny", .malayic), Row("penj", .malayic), Row("keb", .malayic), Row("kese", .malayic),
    ]

    private static func ends(_ word: Span<UInt8>, with letters: [UInt8]) -> Bool {
        word.count >= letters.count && matches(word, from: word.count - letters.count, letters)
    }

    private static func begins(_ word: Span<UInt8>, with letters: [UInt8]) -> Bool {
        word.count >= letters.count && matches(word, from: 0, letters)
    }

    private static func matches(_ word: Span<UInt8>, from start: Int, _ letters: [UInt8]) -> Bool {
        for place in letters.indices where word[start + place] | 0x20 != letters[place] { return false }
        return true
    }
}
