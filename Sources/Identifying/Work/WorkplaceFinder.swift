import Model
import Text

/// Finds the employer or the site of work that a passage names.
///
/// A company counts where the sentence speaks of work; a mill, a plantation or a construction site is one wherever it
/// stands. A person is no employer.
struct WorkplaceFinder {
    let gazetteer: Gazetteer
    let passage: Passage
    /// What a text is about stands at its beginning.
    var farthest = 600

    var words: [Word] { passage.words }

    /// How much a phrase tells; the first of those that tell most is taken.
    enum Worth: Int, Comparable {
        /// `ladang getah`, `a palm oil mill`
        case kind
        /// `Ladang Rekaan`, `tapak pembinaan di Jalan Rekaan`
        case named
        /// `kilang Syarikat Rekaan Sdn Bhd`
        case company

        static func < (a: Worth, b: Worth) -> Bool { a.rawValue < b.rawValue }
    }

    func workplace() -> Workplace? {
        var best: (range: Range<Int>, worth: Worth)?
        var index = 0
        let end = min(words.count, farthest)
        while index < end {
            guard let found = malaySite(at: index) ?? company(endingAt: index) ?? englishSite(at: index) else {
                index += 1
                continue
            }
            if best.map({ $0.worth < found.worth }) ?? true { best = found }
            if found.worth == .company { break }
            index = max(index + 1, found.range.upperBound)
        }
        return best.map { Workplace(name: passage.text(of: $0.range), evidence: passage.evidence(of: $0.range)) }
    }

    func folded(_ index: Int) -> String { words.indices.contains(index) ? words[index].folded : "" }

    /// Nothing but a blank stands before it.
    func isJoined(_ index: Int) -> Bool { words.indices.contains(index) && words[index].gap.isPlain }

    // MARK: Companies

    /// `Syarikat Besi Rekaan Sdn Bhd`, whose last word stands at `index`, where its sentence speaks of work.
    private func company(endingAt index: Int) -> (range: Range<Int>, worth: Worth)? {
        guard let range = companyRange(endingAt: index), speaksOfWork(around: range) else { return nil }
        let head = range.lowerBound - 1
        let hasHead = head >= 0 && isJoined(range.lowerBound) && ["kilang", "syarikat", "firma"].contains(folded(head))
        return (hasHead ? head..<range.upperBound : range, .company)
    }

    /// The capitalised words up to one that only companies end with.
    private func companyRange(endingAt index: Int) -> Range<Int>? {
        let word = words[index]
        guard word.isCapitalised, companyEnds.contains(word.folded), !isNameGoingOn(index + 1) else { return nil }
        var first = index
        while first > 0, index - first < 8, isWithinName(first),
            words[first - 1].isCapitalised || words[first - 1].isNumber
        {
            first -= 1
            if words[first].token.separation == .sentence { break }
        }
        // `Pengarah Urusan Rekaan Sdn Bhd`: the post is not the company's name.
        if let post = (first..<index).last(where: isPost) { first = post + 1 }
        // `Pekerja Rekaan Plantation ...`: a sentence opens with a capital.
        if words[first].token.separation == .sentence, openingWords.contains(words[first].folded) { first += 1 }
        guard first < index else { return nil }
        let name = (first..<index).filter { !companyEnds.contains(words[$0].folded) }
        guard !name.isEmpty, !name.contains(where: { words[$0].folded == "bank" }) else { return nil }
        return first..<(index + 1)
    }

    /// `Engineering` of `Rekaan Engineering Works Sdn Bhd`: another end follows within a few words of the name.
    private func isNameGoingOn(_ index: Int) -> Bool {
        for next in index..<min(words.count, index + 4) {
            guard words[next].isCapitalised, isWithinName(next) else { return false }
            if companyEnds.contains(words[next].folded) { return true }
        }
        return false
    }

    /// The name goes on with the word at `index`: `Rekaan (M) Sdn. Bhd.`, `Contoh & Anak-Anak Enterprise`.
    private func isWithinName(_ index: Int) -> Bool {
        let (gap, before) = (words[index].gap, folded(index - 1))
        if gap.contains(.open), !bracketed.contains(folded(index)) { return false }
        if gap.contains(.close), !bracketed.contains(before) { return false }
        if gap.contains(.stop), before != "sdn", before.utf8.count > 2 { return false }
        return gap.subtracting([.blank, .stop, .open, .close, .other, .dash]).isEmpty
    }

    private func isPost(_ index: Int) -> Bool {
        let word = words[index].folded
        return !gazetteer.people[word].isDisjoint(with: [.office, .rank, .title, .honour]) || postWords.contains(word)
    }

    /// Somebody works, or is an employer, in the sentence that `range` stands in.
    private func speaksOfWork(around range: Range<Int>) -> Bool {
        let sentence = words[range.lowerBound].sentence
        let near = max(0, range.lowerBound - 25)..<min(words.count, range.upperBound + 25)
        return near.contains { index in
            !range.contains(index) && words[index].sentence == sentence && workWords.contains(words[index].folded)
        }
    }

    // MARK: Names and where they stand

    /// The end of the capitalised name that begins at `index`; nil where none does, or where it is a person's.
    func endOfName(at index: Int, limit: Int = 7) -> Int? {
        guard isJoined(index), words[index].isCapitalised,
            gazetteer.people[words[index].folded].isDisjoint(with: [.title, .honour, .rank, .office, .late])
        else { return nil }
        var end = index
        while end < words.count, end - index < limit, words[end].isCapitalised || words[end].isNumber,
            end == index || isWithinName(end)
        {
            end += 1
        }
        return end
    }

    /// The end of ` di Jalan Rekaan` or ` in Rekaan` that begins at `index`.
    func endOfPlace(at index: Int) -> Int? {
        guard isJoined(index), ["di", "in", "at"].contains(folded(index)) else { return nil }
        return endOfName(at: index + 1)
    }
}

/// What the names of companies end with.
private let companyEnds: Set<String> = [
    "sdn", "bhd", "berhad", "plt", "enterprise", "enterprises", "trading", "plantation", "plantations", "holdings",
    "industries", "engineering", "construction", "manufacturing", "logistics",
]

/// What stands in brackets within a company's name: where it is registered.
private let bracketed: Set<String> = ["m", "malaysia", "sabah", "sarawak", "s", "pg", "jb", "kl"]

private let postWords: Set<String> = [
    "urusan", "eksekutif", "operasi", "besar", "kanan", "managing", "executive", "chief", "manager", "director",
    "spokesman", "pengurus", "pemilik", "owner",
]

private let openingWords: Set<String> = [
    "pekerja", "majikan", "buruh", "kakitangan", "bekas", "pemandu", "operator", "workers", "staff", "employees", "at",
    "di", "the",
]

/// Words of a sentence that tells of work.
private let workWords: Set<String> = [
    "bekerja", "kerja", "pekerja", "pekerjanya", "pekerjaan", "majikan", "majikannya", "kakitangan", "buruh", "kilang",
    "pekerja-pekerja", "operator", "juruteknik", "penyelia", "jurutera", "pemandu", "pengawal", "kerani", "tukang",
    "pengimpal", "mekanik", "kontraktor", "subkontraktor", "bertugas", "dipekerjakan", "diberhentikan", "dibuang",
    "gaji", "upah", "syif", "premis", "ladang", "tapak", "works", "worked", "working", "work", "worker", "workers",
    "employer", "employee", "employees", "employed", "staff", "retrenched", "dismissed", "factory", "technician",
    "supervisor", "driver", "labourer", "labourers", "contractor", "subcontractor", "wages", "salaries", "shift",
    "operators", "welder", "guard", "plant", "mill",
]
