import Model
import Text

/// Finds names in a passage: runs of capitalised words that are no place, body, post or ordinary word.
struct NameFinder {
    let gazetteer: Gazetteer
    let passage: Passage
    /// Lower-case words of the whole article: a capitalised word that also stands in lower case is an ordinary one.
    let ordinary: Set<String>
    let ages: [AgeMention]

    private var words: [Word] { passage.words }
    private var people: PeopleTable { gazetteer.people }

    init(gazetteer: Gazetteer, passage: Passage, ordinary: Set<String>) {
        (self.gazetteer, self.passage, self.ordinary) = (gazetteer, passage, ordinary)
        ages = Identifying.ages(in: passage)
    }

    func mentions() -> [NameMention] {
        var found: [NameMention] = []
        var index = 0
        while index < words.count {
            guard words[index].isCapitalised else {
                index += 1
                continue
            }
            let end = runEnd(from: index)
            for segment in segments(of: index..<end) {
                var mention = NameMention(field: passage.field, words: segment, parts: parts(of: segment))
                guard !mention.parts.isEmpty else { continue }
                NameContext(finder: self, previous: found.last).read(into: &mention)
                found.append(mention)
            }
            index = max(end, index + 1)
        }
        joinAliases(&found)
        found += familiarMentions(besides: found)
        joinLists(&found)
        return found
    }

    /// A run goes on over capitalised words with blanks between them, over initials and short forms with full stops, over
    /// `bin` and its like, and over `@`. Fourteen words are more than any name and its titles have.
    private func runEnd(from start: Int) -> Int {
        var end = start + 1
        while end < words.count, end - start < 14 {
            let word = words[end]
            if isParticle(at: end) {
                end += 1
            } else if word.isCapitalised, joins(end) {
                end += 1
            } else {
                break
            }
        }
        while end > start + 1, !words[end - 1].isCapitalised { end -= 1 }
        return end
    }

    private func joins(_ index: Int) -> Bool {
        let (gap, previous) = (words[index].gap, words[index - 1])
        if gap.isPlain { return true }
        if gap.subtracting([.blank, .at]).isEmpty { return true }
        if gap.subtracting(.blank) == .stop {
            return previous.folded.utf8.count == 1 || shortNames.contains(previous.folded)
                || !previous.isCapitalised && nameParticles.contains(previous.folded)
        }
        return gap == .dash
            && (["al", "el", "as", "ar", "ad"].contains(previous.folded) || isDoubleName(at: index))
    }

    /// `Yap Siew-Lan`: two short words behind a surname. `Ronald-Su` are two at a game.
    private func isDoubleName(at index: Int) -> Bool {
        index > 1 && gazetteer.names.isSurname(words[index - 2].folded) && words[index - 1].gap.isPlain
            && words[(index - 1)...index].allSatisfy {
                $0.folded.utf8.count < 6 && gazetteer.names.isUsual($0.folded)
            }
    }

    /// `bin`, `binti`, `a/l`, `anak` between two capitalised words.
    func isParticle(at index: Int) -> Bool {
        let word = words[index]
        if isChildOf(at: index) { return true }
        guard nameParticles.contains(word.folded),
            !word.isCapitalised || isParticleInCapitals(word) || isAnakInsideName(index)
        else { return false }
        guard index + 1 < words.count, word.gap.subtracting(.slash).isPlain else { return false }
        if ["a", "d", "s"].contains(word.folded), !words[index + 1].gap.contains(.slash) { return false }
        if ["l", "p", "o"].contains(word.folded), !word.gap.contains(.slash) { return false }
        let next = words[index + 1]
        return next.isCapitalised || ["l", "p", "o"].contains(next.folded)
    }

    /// `Rekaan Bin Contoh`, `REKAAN ANAK CONTOH`, and the letters of `A/L`. `Anak` alone also begins a sentence.
    private func isParticleInCapitals(_ word: Word) -> Bool {
        word.folded.utf8.count == 1 || ["bin", "binti", "bte"].contains(word.folded) || word.isUpper
    }

    /// `Rekaan Anak Contoh`: a name stands directly before and a capital behind.
    private func isAnakInsideName(_ index: Int) -> Bool {
        index > 0 && words[index].folded == "anak" && words[index].gap.isPlain && words[index - 1].isCapitalised
            && people[words[index - 1].folded].isDisjoint(with: [.body, .site, .plain])
            && index + 1 < words.count && people[words[index + 1].folded].isDisjoint(with: [.body, .plain])
            && (passage.field == .text || !passage.isInTitleCase)
    }

    /// `Rekaan anak lelaki Contoh`: either word of `anak lelaki` between two capitalised ones.
    private func isChildOf(at index: Int) -> Bool {
        let start = ["lelaki", "perempuan"].contains(words[index].folded) ? index - 1 : index
        return start > 0 && start + 2 < words.count && words[start].folded == "anak"
            && ["lelaki", "perempuan"].contains(words[start + 1].folded) && words[start - 1].isCapitalised
            && words[start + 2].isCapitalised && (start...start + 2).allSatisfy { words[$0].gap.isPlain }
    }

    // MARK: Cutting a run

    /// The names in a run. `Ketua Polis Daerah Rekaan Datuk Contoh Abu` holds a post, a place, a title and a name.
    private func segments(of run: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        var isBlocked = false
        var hasOffice = false
        func close(at end: Int) {
            var end = end
            // `Rekaan S.A.W`: names end in no letter.
            while let first = start, end - 1 > first, words[end - 1].folded.utf8.count == 1 { end -= 1 }
            if let first = start, first < end { found.append(first..<end) }
            start = nil
        }
        var index = run.lowerBound
        while index < run.upperBound {
            let step = step(at: index, isFirst: start == nil, in: run)
            switch step.kind {
            case .office:
                close(at: index)
                (isBlocked, hasOffice) = (true, true)
            case .rank:
                close(at: index)
                (isBlocked, hasOffice) = (false, true)
            case .body:
                // `Rekaan Contoh Associations`: in English what a body is stands last.
                start = nil
                isBlocked = true
            case .title:
                if start != nil { close(at: index) }
                if hasOffice { isBlocked = false }
            case .place:
                close(at: index)
                if hasOffice { isBlocked = false }
            case .other:
                // `Hospital Raja Perempuan Rekaan`: the body's name goes on.
                close(at: index)
                isBlocked = isBlocked && !hasOffice
            case .name:
                // `Presiden Contoh Rekaan`: no body stands between the post and the name.
                let followsOffice = index > run.lowerBound && people[words[index - 1].folded].contains(.office)
                if followsOffice, gazetteer.names.isGivenName(words[index].folded) { isBlocked = false }
                if !isBlocked, start == nil { start = index }
            }
            index += step.count
        }
        close(at: run.upperBound)
        return found
    }

    private enum StepKind { case office, rank, body, title, place, other, name }

    private func step(at index: Int, isFirst: Bool, in run: Range<Int>) -> (kind: StepKind, count: Int) {
        let word = words[index]
        // `Jabatan Kebajikan` is a sign of abuse as a phrase, and a body by its first word.
        let match = people.words.match(words, at: index).flatMap { $0.value.isSubset(of: .signs) ? nil : $0 }
        let count = min(match?.count ?? 1, run.upperBound - index)
        let classes = match?.value ?? people[word.folded]
        let isGiven = gazetteer.names.isGivenName(word.bare)
        if isHouse(at: index, in: run) { return (.other, 1) }
        if isBurmeseTun(at: index, in: run) { return (.name, 1) }
        if isParticle(at: index), !isFirst { return (.name, 1) }
        if isInitial(at: index, in: run) || isNickname(at: index, in: run) { return (.name, 1) }
        if isRepeatedTitle(at: index, in: run) { return (.name, 1) }
        if classes.contains(.honour), isFirst || !isGiven { return (.title, count) }
        if classes.contains(.title), isFirst { return (.title, count) }
        if classes.contains(.rank) { return (.rank, count) }
        if classes.contains(.office) { return (.office, count) }
        // `AIDS`, `II` and the like among words in mixed case; a body's short form remains one.
        if word.isUpper, !isGiven, classes.isDisjoint(with: .body), isAcronym(at: index, in: run) { return (.other, 1) }
        if !isFirst, isLastBeforeAge(index, in: run), classes.isDisjoint(with: [.anyKin, .anyNoun]),
            // `Rekaan Che Bulan, 52`
            classes.isDisjoint(with: .body) || gazetteer.names.isGivenName(words[index - 1].folded)
        {
            return (.name, 1)
        }
        if !isGiven, !gazetteer.names.isSurname(word.folded) || count > 1 {
            if classes.contains(.body) || classes.contains(.site) { return (.body, count) }
            if !classes.isDisjoint(with: [.plain, .anyKin, .anyNoun, .late, .subject, .accused, .dead, .thing]) {
                return (.other, count)
            }
        } else if classes.contains(.plain) || classes.contains(.site), isFirst, !isGiven {
            return (.other, count)
        }
        if let place = place(at: index, isFirst: isFirst, in: run) { return (.place, place) }
        if isFirst, isOrdinary(at: index) { return (.other, 1) }
        if gazetteer.jobs.words[word.folded] != nil, !isGiven { return (.other, 1) }
        return (.name, 1)
    }

    /// `Rumah Rekaan Contoh, 28, musnah`: the house of somebody, not a home that a body runs.
    private func isHouse(at index: Int, in run: Range<Int>) -> Bool {
        guard index == run.lowerBound, index + 1 < run.upperBound,
            isSentenceStart(index) || words[index].gap.contains(.dash),
            ["rumah", "kediaman", "gerai", "warung", "pondok", "kedai"].contains(words[index].folded),
            gazetteer.names.isGivenName(words[index + 1].folded), words[index + 1].folded != "amal"
        else { return false }
        if isLastBeforeAge(run.upperBound - 1, in: run) { return true }
        return run.upperBound < words.count && words[run.upperBound].gap.isPlain
            && houseFates.contains(words[run.upperBound].folded)
    }

    /// `Tun` is an honour, and a word of Burmese names.
    private func isBurmeseTun(at index: Int, in run: Range<Int>) -> Bool {
        guard words[index].folded == "tun" else { return false }
        return index + 1 < run.upperBound && burmeseWords.contains(words[index + 1].folded)
            || index > run.lowerBound && burmeseWords.contains(words[index - 1].folded)
    }

    /// `Abang Rekaan Abang Contoh`, `Datu Rekaan Datu Contoh`: what son and father both bear belongs to the name.
    private func isRepeatedTitle(at index: Int, in run: Range<Int>) -> Bool {
        let word = words[index].folded
        guard ["abang", "datu"].contains(word) else { return false }
        let places = run.filter { words[$0].folded == word }
        return places.count == 2 && places[1] - places[0] > 1 && places[1] + 1 < run.upperBound
    }

    /// `A. Rekaan`: a letter with a full stop, or a letter that is no word of its own.
    private func isInitial(at index: Int, in run: Range<Int>) -> Bool {
        let word = words[index]
        guard word.folded.utf8.count == 1, index + 1 < run.upperBound else { return false }
        return words[index + 1].gap.contains(.stop) || !["a", "i"].contains(word.folded)
    }

    /// `Abang Man`, `Man Rekaan, 62`: an ordinary word or none, but for what stands before or after it.
    private func isNickname(at index: Int, in run: Range<Int>) -> Bool {
        guard gazetteer.names.isFamiliarName(words[index].folded) else { return false }
        if index > run.lowerBound, people[words[index - 1].folded].contains(.address) { return true }
        if index + 1 == run.upperBound, gazetteer.names.isNickname(words[index].folded) {
            let isNoun = run.count == 1 && !people[words[index].folded].isDisjoint(with: .anyNoun)
            return !isNoun && isLastBeforeAge(index, in: run)
        }
        return index + 2 == run.upperBound && !isSentenceStart(index) && isLastBeforeAge(index + 1, in: run)
    }

    /// Capitals among words in mixed case, or alone in an article that has lower case.
    private func isAcronym(at index: Int, in run: Range<Int>) -> Bool {
        if run.contains(where: { !words[$0].isUpper && words[$0].folded.utf8.count > 2 }) { return true }
        return run.count == 1 && words[index].folded.utf8.count < 6 && !ordinary.isEmpty
    }

    /// `Rekaan Selatan, 62,`: what stands between a name's beginning and an age is the name, whatever else it may mean.
    private func isLastBeforeAge(_ index: Int, in run: Range<Int>) -> Bool {
        guard index == run.upperBound - 1, run.upperBound < words.count, words[run.upperBound].isNumber else {
            return false
        }
        return ages.contains { $0.frame == .bracketed && $0.words.lowerBound == run.upperBound }
    }

    /// A place that is no part of a name: several words, or one that nobody is called.
    private func place(at index: Int, isFirst: Bool, in run: Range<Int>) -> Int? {
        guard
            let match = gazetteer.places.byName.match(
                words, at: index, joins: [.stop], key: { placeSpelling($0.folded) }),
            index + match.count <= run.upperBound
        else { return nil }
        let own = words[index..<(index + match.count)]
        // A town of two words is a town even where both are names; one word may be anybody's.
        let isTown = isFirst && match.count > 1 && match.value.contains { $0.kind != .mukim }
        if own.allSatisfy({ gazetteer.names.isUsual($0.folded) }), !isTown { return nil }
        let isKnown = match.value.contains { $0.kind != .mukim }
        return match.count > 1 || (isFirst && isKnown) || match.value.contains { $0.kind == .state } ? match.count : nil
    }

    /// The first word of a sentence is capitalised whatever it is.
    private func isOrdinary(at index: Int) -> Bool {
        let word = words[index]
        guard !gazetteer.names.isUsual(word.folded) else { return false }
        if ordinary.contains(word.folded) { return true }
        return isSentenceStart(index) && hasAffix(word.folded)
    }

    func isSentenceStart(_ index: Int) -> Bool {
        index == 0 || words[index].token.separation == .sentence
            || !words[index].gap.intersection([.stop, .line, .quote, .colon]).isEmpty
    }

    /// Verbs and derived words of Malay: `memberitahu`, `berikutan`, `tindakan`.
    private func hasAffix(_ word: String) -> Bool {
        word.utf8.count > 5
            && (["mem", "men", "ber", "ter", "per", "pen", "ke", "se"].contains { word.hasPrefix($0) }
                || ["nya", "kan", "lah"].contains { word.hasSuffix($0) })
    }

    private func parts(of range: Range<Int>) -> [String] {
        let parts = range.filter { !isParticle(at: $0) }.map { words[$0].bare }
        // Two letters or more somewhere: a lone initial is no name.
        return parts.contains { $0.utf8.count > 1 } ? parts : []
    }
}

/// What befalls a house.
private let houseFates: Set<String> = [
    "musnah", "terbakar", "hangus", "roboh", "runtuh", "rosak", "dinaiki", "ditenggelami", "dihempap", "rentung",
]

/// What stands beside `Tun` in Burmese names.
private let burmeseWords: Set<String> = [
    "aung", "oo", "min", "kyaw", "zaw", "htet", "htay", "naing", "lin", "win", "myint", "thein", "hla", "soe", "tun",
    "moe", "than", "thu", "ko", "khaing", "myat", "ye", "wai", "shwe",
]

extension PeopleTable.Classes {
    /// What only tells of abuse, and nothing of who somebody is.
    fileprivate static let signs: Self = [.harm, .keeper, .custody, .victim]
}
