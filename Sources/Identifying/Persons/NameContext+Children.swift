import Model

/// Who is called a child where no age is printed: the Child Act protects the pupil as it does the twelve-year-old.
extension NameContext {
    /// `Murid Tahun Dua, Rekaan`, `Seorang kanak-kanak perempuan, Rekaan,`, `Rekaan, a Form Three student`.
    ///
    /// What is said must be said of the bearer: `ibu kepada bayi itu, Rekaan` and `guru murid Tahun Dua, Rekaan` are none.
    /// A student of a university is grown up.
    func isCalledChild(_ mention: NameMention) -> Bool {
        // Where every word has a capital, none tells a name from what is said of it.
        guard mention.field == .text || !finder.passage.isInTitleCase else { return false }
        return isChild(before: mention.words.lowerBound) || isChild(behind: mention.words.upperBound)
    }

    private func isChild(before start: Int) -> Bool {
        // `Tingkatan 4,` looks like a name with an age, and is nobody.
        let isClass = previous?.parts.allSatisfy { classWords.contains($0) || schoolWords.contains($0) } ?? true
        let barrier = isClass ? 0 : previous?.words.upperBound ?? 0
        let first = max(barrier, start - farthestDescription)
        var index = start - 1
        while index >= first, isSameSentence(index, start) {
            let word = words[index].folded
            if childWords.contains(word) || pupilWords.contains(word) {
                return isCalled(at: index, in: index..<start) && !isOwned(index)
            }
            guard isDescriptive(index) || words[index].isCapitalised else { return false }
            // `Di hospital kanak-kanak itu. Contoh, Rekaan`: one comma belongs to the name, another to a list.
            if index < start - 1, words[index + 1].gap.contains(.comma) { return false }
            index -= 1
        }
        return false
    }

    private func isChild(behind end: Int) -> Bool {
        guard words.indices.contains(end), isSameSentence(end - 1, end) else { return false }
        let last = min(words.count, end + farthestDescription)
        for index in end..<last where isSameSentence(end, index) {
            if index > end, words[index].gap.contains(.comma) || words[index].gap.contains(.close) { return false }
            let word = words[index].folded
            if childWords.contains(word) || pupilWords.contains(word) {
                // A noun that follows a name without a mark or a verb between them begins a new thought.
                let isJoined = !words[end].gap.isPlain || index > end
                return isJoined && isCalled(at: index, in: end..<clauseEnd(from: index))
            }
            guard isLeading(index) else { return false }
        }
        return false
    }

    private func clauseEnd(from index: Int) -> Int {
        (index + 1..<min(words.count, index + farthestDescription)).first { position in
            words[position].gap.contains(.comma) || words[position].gap.contains(.close)
                || !isSameSentence(index, position)
        } ?? min(words.count, index + farthestDescription)
    }

    /// A pupil always; a student where a school is named and no university.
    private func isCalled(at index: Int, in range: Range<Int>) -> Bool {
        if childWords.contains(words[index].folded) { return true }
        let around = max(range.lowerBound, index - 4)..<range.upperBound
        return around.contains { schoolWords.contains(words[$0].folded) || isSchoolYear($0) }
            && !around.contains { universityWords.contains(words[$0].folded) }
    }

    /// `Form Three`, `Tahun 4`: a word for a class and a number up to six.
    private func isSchoolYear(_ index: Int) -> Bool {
        guard classWords.contains(words[index].folded), words.indices.contains(index + 1) else { return false }
        let next = words[index + 1]
        return next.number.map { (1...6).contains($0) } ?? classNumbers.contains(next.folded)
    }

    /// `ibu bayi itu`, `guru murid Tahun Dua`, `mother of the baby`: somebody else is described.
    private func isOwned(_ index: Int) -> Bool {
        var before = index - 1
        while before >= 0, before > index - 3, articleWords.contains(words[before].folded) { before -= 1 }
        guard before >= 0, isSameSentence(before, index), words[before + 1].gap.isPlain else { return false }
        let word = words[before].folded
        // `anak murid` and `adik kanak-kanak` are children themselves.
        return ownerWords.contains(word)
            || !people[word].isDisjoint(with: [.anyKin, .office, .body]) && word != "anak" && word != "adik"
    }

    private func isDescriptive(_ index: Int) -> Bool {
        let word = words[index].folded
        return words[index].isNumber || descriptive.contains(word) || classWords.contains(word)
            || classNumbers.contains(word) || schoolWords.contains(word) || !people[word].isDisjoint(with: .site)
    }

    private func isLeading(_ index: Int) -> Bool {
        let word = words[index].folded
        return words[index].isNumber || leading.contains(word) || classWords.contains(word)
            || classNumbers.contains(word) || schoolWords.contains(word)
    }
}

/// `Pelajar Tingkatan Tiga Sekolah Menengah Kebangsaan Taman Contoh Jaya, Rekaan`
private let farthestDescription = 14

/// Nobody grown up is called so.
private let childWords: Set<String> = [
    "kanak", "kanak-kanak", "budak", "bayi", "murid", "toddler", "infant", "baby", "newborn", "schoolboy", "schoolgirl",
    "pupil", "preschooler", "kindergartner", "schoolchild", "schoolkid", "balita",
]

/// Of a school or of a university.
private let pupilWords: Set<String> = ["pelajar", "student", "penuntut", "remaja", "teenager", "girl", "boy", "budak"]

private let schoolWords: Set<String> = [
    "sekolah", "school", "smk", "sk", "sjk", "sjkc", "sjkt", "smjk", "smka", "sbp", "srjk", "maahad", "tahfiz",
    "tadika",
    "prasekolah", "primary", "secondary", "spm", "pt3", "upsr", "kindergarten", "preschool",
]

private let classWords: Set<String> = ["tingkatan", "tahun", "darjah", "form", "year", "standard", "peralihan"]

private let classNumbers: Set<String> = [
    "satu", "dua", "tiga", "empat", "lima", "enam", "one", "two", "three", "four", "five", "six", "first", "second",
    "third", "fourth", "fifth", "sixth",
]

private let universityWords: Set<String> = [
    "universiti", "university", "uitm", "ukm", "upm", "usm", "utm", "uum", "unimas", "ums", "uiam", "iium", "upsi",
    "uthm", "utem", "unisza", "umt", "umk", "ump", "uniten", "mmu", "utar", "politeknik", "polytechnic", "kolej",
    "college",
    "matrikulasi", "matriculation", "ijazah", "degree", "diploma", "institut", "institute", "ipt", "ipta", "ipts",
    "undergraduate", "sarjana", "master", "phd", "kejururawatan", "perubatan", "medical", "law", "engineering",
]

/// Between the word for a child and the name.
private let descriptive: Set<String> = [
    "perempuan", "lelaki", "malang", "comel", "kecil", "itu", "tersebut", "ini", "berkenaan", "oku", "autisme",
    "bernama",
    "iaitu", "yang", "dikenali", "sebagai", "hanya", "mangsa", "named", "identified", "as", "di", "dari", "daripada",
    "of",
    "from", "at", "aliran", "pendidikan", "khas", "rendah", "menengah", "kebangsaan", "jenis", "cina", "tamil", "girl",
    "boy",
    "victim", "known", "only", "sulung", "bongsu", "yatim", "piatu", "pintar", "cemerlang",
]

/// Between the name and the word for a child.
private let leading: Set<String> = [
    "seorang", "a", "an", "the", "yang", "adalah", "ialah", "merupakan", "iaitu", "is", "was", "who", "masih", "juga",
    "anak", "little", "young", "only", "baru", "still", "just", "premature", "disabled", "oku", "orphaned", "primary",
    "secondary", "school", "malang",
]

private let articleWords: Set<String> = ["the", "a", "an", "seorang", "para", "his", "her", "their"]

/// Whose noun before a child's speaks of somebody else.
private let ownerWords: Set<String> = [
    "kepada", "untuk", "bagi", "guru", "cikgu", "doktor", "pakar", "pusat", "rumah", "pengasuh", "penjaga", "taska",
    "wad",
    "hospital", "klinik", "dokter", "of", "to", "for", "with", "dengan", "oleh", "terhadap", "teacher", "nanny",
    "bekas",
    "former", "ketika", "semasa", "sejak", "as", "when", "menjaga", "seperti", "like", "antara", "ramai",
]
