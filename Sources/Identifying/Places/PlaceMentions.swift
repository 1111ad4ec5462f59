import Model
import Text

/// A place that a passage names.
struct PlaceMention {
    var field: Evidence.Field
    /// In words of its passage.
    var words: Range<Int>
    /// What the name may mean; empty for a village or road that no table knows.
    var entries: [PlaceTable.Entry]
    /// `Kampung Rekaan`, `Jalan Contoh 3`: a village, estate, flat, road.
    var isLocality: Bool
    /// The word before says that it is a place: `di`, `dari`, `in`, `daerah`.
    var isPlaced: Bool
    /// At the head of the text, where papers print where the report is from.
    var isDateline: Bool
    /// Part of the name of a body or of an officer's post (`Ketua Polis Daerah Rekaan`, `Hospital Contoh`).
    var isOfBody: Bool
    /// Where somebody was taken, not where it happened.
    var isHospital = false
    /// `, di sini` or `, here` follows: it lies where the report is from.
    var isHere = false
    /// `dari Rekaan ke Contoh`: where somebody was going, not where it happened.
    var isOfJourney = false
    /// `dari Rekaan`, `from Kampung Contoh, Rekaan`: where somebody comes from or lives.
    var isOrigin = false
    /// `berasal dari Rekaan`, `who hailed from Rekaan`, `Rekaan-born`: it says nothing of where anything happened.
    var isBirthplace = false
    /// A road that bears the name of a town, to which it leads or once led.
    var isRoadOfTown = false
    /// `Ladang Contoh di Rekaan`, `Jalan Contoh in Rekaan`: a village or road is said to lie in it.
    var isAroundLocality = false
    /// `fined in Rekaan`, `didakwa di Contoh`: where the court sits.
    var isOfCourt = false
    var sentence: Int
}

/// Finds the places a passage names.
struct PlaceFinder {
    let gazetteer: Gazetteer
    let passage: Passage
    /// Bounds the work and the noise: what a long text is about stands at its beginning.
    var farthest = 1500

    func mentions() -> [PlaceMention] {
        var found: [PlaceMention] = []
        let words = passage.words
        var index = 0
        let end = min(words.count, farthest)
        while index < end {
            if let mention = mention(at: index, after: found.last) {
                found.append(mention)
                index = mention.words.upperBound
            } else {
                index += 1
            }
        }
        return readNeighbours(found)
    }

    private func mention(at index: Int, after last: PlaceMention?) -> PlaceMention? {
        let word = passage.words[index]
        guard word.isCapitalised else { return uncapitalised(at: index) }
        if let hospital = gazetteer.places.hospitals.match(
            passage.words, at: index, joins: [.dash, .stop], key: spelling)
        {
            var mention = known(
                [entry(ofDistrict: hospital.value)].compactMap(\.self), at: index, count: hospital.count, after: last)
            mention?.isHospital = true
            return mention
        }
        // `Jalan Seremban` is a road, not the town; `Kampung Contoh` a village even where a district has its name.
        if let locality = milestone(at: index) ?? locality(at: index) { return locality }
        guard let match = gazetteer.places.byName.match(passage.words, at: index, joins: [.stop], key: spelling) else {
            return nil
        }
        let range = index..<(index + match.count)
        guard passage.words[range].allSatisfy({ $0.isCapitalised || $0.isNumber }) else { return nil }
        let isMukim = match.value.allSatisfy { $0.kind == .mukim }
        return isCutShort(range, isMukim: isMukim)
            ? nil : known(match.value, at: index, count: match.count, after: last)
    }

    /// Posts on social media: `dekat kelantan`, `area shah alam`. Only what is surely no ordinary word: two words of a town, or
    /// one after a word for places.
    private func uncapitalised(at index: Int) -> PlaceMention? {
        guard index > 0,
            let match = gazetteer.places.byName.match(
                passage.words, at: index, joins: isShortForm(passage.words[index].folded) ? [.stop] : [], key: spelling)
        else { return nil }
        let before = spelling(passage.words[index - 1])
        let isPlaced = placingWords.contains(before) || postPlacingWords.contains(before)
        let letters = passage.words[index].folded.utf8.count
        guard isPlaced || (match.count > 1 || letters > 5) && passage.isInLowerCase else { return nil }
        let sure = match.value.filter { entry in
            guard !entry.isWord, entry.kind != .mukim else { return false }
            return match.count > 1 || letters > 5 || letters > 3 && (entry.kind != .town || entry.hasNewsroom)
        }
        guard !sure.isEmpty else { return nil }
        return PlaceMention(
            field: passage.field, words: index..<(index + match.count), entries: sure, isLocality: false,
            isPlaced: isPlaced, isDateline: false, isOfBody: false, sentence: passage.sentence(of: index))
    }

    /// `Rekaan` of `Rekaan Indah`: the name goes on, so it is another place, unless a title, a post or a given name follows.
    private func isCutShort(_ range: Range<Int>, isMukim: Bool = false) -> Bool {
        guard passage.field == .text || !passage.isInTitleCase, range.upperBound < passage.words.count else {
            return false
        }
        let next = passage.words[range.upperBound]
        guard next.isCapitalised, next.gap.isPlain, !next.isNumber else { return false }
        // `Bandar Baru Rekaan` is a new town of its own, and Kedah's Bandar Baharu needs no further name.
        if range.count == 2, spelling(passage.words[range.lowerBound]) == "bandar" {
            return spelling(passage.words[range.lowerBound + 1]) == "baru"
                && gazetteer.places.byName[spelling(next)]?.contains { $0.kind == .state } != true
        }
        guard !next.isUpper, range.count == 1 else { return false }
        // `Gunung Rekaan` is a mountain, not the village that is called `Gunung`, even where people have the name, too.
        if gazetteer.people[passage.words[range.lowerBound].folded].contains(.site) { return true }
        // `Kuala Pantai Rekaan` is no village of the name `Kuala`.
        if isMukim, gazetteer.people[next.folded] == .site { return true }
        // `Rekaan Kiri` lies across the river from `Rekaan Kanan`.
        if sideWords.contains(next.folded) { return false }
        let isElse = !gazetteer.people[next.folded].isEmpty || gazetteer.names.isUsual(next.folded)
        // `in Klang Sri Rekaan` is somewhere in Klang.
        // `in the Klang Valley` is many districts.
        if ["valley", "straits", "strait"].contains(next.folded) { return true }
        let article = range.lowerBound > 1 && passage.words[range.lowerBound - 1].folded == "the" ? 2 : 1
        if range.lowerBound >= article, placingWords.contains(passage.words[range.lowerBound - article].folded),
            gazetteer.places.byName[spelling(passage.words[range.lowerBound])]?.contains(where: { $0.kind == .district }
            )
                == true
        {
            return false
        }
        // `Lembah` of `Lembah Klang` is no village, though Klang is a town.
        return !isElse
            && (isMukim || gazetteer.places.byName.match(passage.words, at: range.upperBound, key: spelling) == nil)
    }

    private func known(
        _ entries: [PlaceTable.Entry], at index: Int, count: Int, after last: PlaceMention?
    ) -> PlaceMention? {
        let range = index..<(index + count)
        // "near the Rekaan toll plaza"
        let article = index > 1 && passage.words[index - 1].folded == "the" ? 1 : 0
        let before = index > 0 ? passage.words[index - 1 - article] : nil
        let isJoined = passage.words[index].gap.isDisjoint(with: [.colon, .dash, .stop, .line, .semicolon])
        let isPlaced = isJoined && before.map { $0.gap != .comma && placingWords.contains($0.folded) } ?? false
        // `Pasangan: ...` heads a list, `Sik: ...` a report, and so does `Papan: ...` where things happen `di sini`.
        let mayHeadReport =
            passage.words[range].allSatisfy(\.isUpper)
            || !entries.allSatisfy { $0.isWord && $0.kind.rawValue < PlaceTable.Entry.Kind.district.rawValue }
            || (range.lowerBound == 0 && passage.speaksOfHere)
        let isDateline = mayHeadReport && isDateline(range)
        let followsPlace = passage.words[index].gap.contains(.comma) && before?.isCapitalised == true
        // `Belanja bulanan ...`: the first word of a sentence may be any word that is also a village's name.
        let isOpening = count == 1 && !isDateline && opensSentence(index, after: last)
        let isAmid = count == 1 && !isOpening && isAmidSmallWords(index)
        let usable = entries.filter { entry in
            let isVillage = entry.kind.rawValue < PlaceTable.Entry.Kind.district.rawValue
            let isWord = entry.isWord && (entry.kind == .mukim || !isAmid)
            return !isWord && !(isOpening && isVillage) || isPlaced || isDateline || followsPlace
        }
        guard !usable.isEmpty, isPlaced || isDateline || !isPartOfName(range) else { return nil }
        let isHospital = isOfHospital(range)
        return PlaceMention(
            field: passage.field, words: range, entries: usable, isLocality: false, isPlaced: isPlaced,
            isDateline: isDateline, isOfBody: isHospital || isOfBody(index), isHospital: isHospital,
            sentence: passage.sentence(of: index))
    }

    /// `Rekaan Hospital`, `Hospital Rekaan`: one that the table of hospitals does not know.
    private func isOfHospital(_ range: Range<Int>) -> Bool {
        let words = passage.words
        func isHospital(_ index: Int) -> Bool { words[index].isCapitalised && spelling(words[index]) == "hospital" }
        let (first, end) = (range.lowerBound, range.upperBound)
        return first > 0 && words[first].gap.isPlain && isHospital(first - 1)
            || end < words.count && words[end].gap.isPlain && isHospital(end)
    }

    /// Whether the word is written with a capital letter wherever it comes from: the first of a sentence, of quoted words,
    /// and of what follows a dateline (`KLUANG: Pasangan ...`, `KLUANG, 12 Mac - Pasangan ...`).
    private func opensSentence(_ index: Int, after last: PlaceMention?) -> Bool {
        let word = passage.words[index]
        if word.token.separation == .sentence || word.gap.contains(.quote) { return true }
        guard index > 0, !word.gap.isDisjoint(with: [.colon, .dash]), word.gap != .dash else { return false }
        let followsDateline = last.map { $0.isDateline && index - $0.words.upperBound <= 6 } ?? false
        return followsDateline || (index < 12 && passage.words[index - 1].isUpper)
    }

    /// `api di rumah panjang Kapit`, `razes Kapit longhouse`: nobody writes an ordinary word with a capital letter there, but
    /// people are called so.
    private func isAmidSmallWords(_ index: Int) -> Bool {
        let words = passage.words
        guard index > 0, !passage.isInTitleCase, !words[index].isUpper, words[index].gap.isPlain,
            isSmall(words[index - 1]), !gazetteer.names.isUsual(words[index].bare)
        else { return false }
        let next = index + 1 < words.count ? words[index + 1] : nil
        return next.map { isSmall($0) || !$0.gap.isPlain } ?? true
    }

    private func isSmall(_ word: Word) -> Bool { !word.isCapitalised && !word.isNumber }

    /// A village, estate, flat or road: its kind and up to five capitalised words or numbers after it.
    private func locality(at index: Int) -> PlaceMention? {
        guard let range = localityRange(in: passage.words, at: index) else { return nil }
        var mention = locality(range, entries: entries(ofLocality: range))
        mention.isRoadOfTown = roadWords.contains(spelling(passage.words[index])) && known(range) == nil
        return mention
    }

    /// `Batu 7`, `Batu 7 Jalan Rekaan`: a milestone, which every road has; it tells of no town.
    private func milestone(at index: Int) -> PlaceMention? {
        let words = passage.words
        guard spelling(words[index]) == "batu", index + 1 < words.count, words[index + 1].gap.isPlain,
            words[index + 1].isNumber || words[index + 1].isCapitalised,
            let number = smallNumber(words, at: index + 1), (1...200).contains(number.value),
            gazetteer.places.byName.match(words, at: index, joins: [.stop], key: spelling)?.count ?? 0 < 2
        else { return nil }
        let end = index + 1 + number.count
        guard end < words.count, words[end].gap.isPlain, let road = localityRange(in: words, at: end) else {
            return locality(index..<end, entries: [])
        }
        var mention = locality(index..<road.upperBound, entries: entries(ofLocality: road))
        mention.isRoadOfTown = true
        return mention
    }

    private func locality(_ range: Range<Int>, entries: [PlaceTable.Entry]) -> PlaceMention {
        let index = range.lowerBound
        return PlaceMention(
            field: passage.field, words: range, entries: entries, isLocality: true,
            isPlaced: index > 0 && placingWords.contains(passage.words[index - 1].folded), isDateline: false,
            isOfBody: isOfBody(index), sentence: passage.sentence(of: index))
    }

    /// What the table knows by exactly these words.
    private func known(_ range: Range<Int>) -> [PlaceTable.Entry]? {
        let match = gazetteer.places.byName.match(passage.words, at: range.lowerBound, joins: [.stop], key: spelling)
        return match.flatMap { $0.count == range.count ? $0.value : nil }
    }

    /// Of a village that the table knows; else of the towns that its name holds (`Jalan Rekaan-Contoh`), for what they are
    /// worth.
    private func entries(ofLocality range: Range<Int>) -> [PlaceTable.Entry] {
        if let known = known(range) { return known }
        let isVillage = placeSpelling(passage.words[range.lowerBound].folded) == "kampung"
        var best: [PlaceTable.Entry] = []
        for index in range.dropFirst() {
            let inner = gazetteer.places.byName.match(passage.words, at: index, joins: [.stop], key: spelling)
            guard let inner, index + inner.count <= range.upperBound, !isCutShort(index..<(index + inner.count)) else {
                continue
            }
            let sure = inner.value.filter { !$0.isWord && ($0.kind != .mukim || isVillage) }
            if (sure.map(\.kind.rawValue).max() ?? -1) > (best.map(\.kind.rawValue).max() ?? -1) { best = sure }
        }
        return best
    }

    /// The first words of a text, before a dash, a colon or a date: `KLUANG –`, `Port Dickson:`, `MIRI 25 Julai -`.
    private func isDateline(_ range: Range<Int>) -> Bool {
        guard passage.field == .text, range.upperBound < passage.words.count else { return false }
        // A standfirst, a page's own date or "Kemas kini" may stand before it.
        let isUpper = passage.words[range].allSatisfy(\.isUpper)
        guard range.lowerBound == 0 || (range.lowerBound < 60 && isUpper) else { return false }
        let next = passage.words[range.upperBound]
        if !next.gap.intersection([.dash, .colon, .line]).isEmpty { return true }
        return isUpper && (next.isNumber || !next.gap.isDisjoint(with: [.comma, .open]))
    }

    /// Capitalised words stand directly around it, as in `Intan Baling Rekaan`.
    private func isPartOfName(_ range: Range<Int>) -> Bool {
        let words = passage.words
        if range.lowerBound > 0, words[range.lowerBound].gap.isPlain {
            let before = words[range.lowerBound - 1]
            if before.isCapitalised, gazetteer.names.isGivenName(before.folded) { return true }
        }
        guard range.upperBound < words.count, words[range.upperBound].gap.isPlain else { return false }
        let next = words[range.upperBound]
        // `Indai Rekaan`: a hamlet of that name is known to few papers.
        let isHamlet =
            gazetteer.places.byName[placeSpelling(words[range.lowerBound].folded)]?.allSatisfy {
                $0.kind == .mukim
            } ?? false
        return next.isCapitalised && gazetteer.names.isGivenName(next.folded) && range.count == 1
            && (isHamlet || gazetteer.names.isGivenName(words[range.lowerBound].folded))
    }

    /// The capitalised words before it name a body or a post.
    private func isOfBody(_ index: Int) -> Bool {
        var position = index
        while position > 0, index - position < 6,
            passage.words[position].gap.subtracting(.dash).isPlain || followsShortForm(passage.words, at: position)
        {
            position -= 1
            let word = passage.words[position]
            guard word.isCapitalised else { return false }
            if !gazetteer.people[word.folded].intersection([.body, .office, .rank]).isEmpty { return true }
        }
        return false
    }

    private func entry(ofDistrict code: String) -> PlaceTable.Entry? {
        guard let name = gazetteer.places.districtNames[code], let state = Int(code.prefix { $0 != "_" }) else {
            return nil
        }
        return PlaceTable.Entry(
            kind: .district, state: state, district: code, name: name, isWord: false, isUsual: false, hasNewsroom: false
        )
    }
}

private func spelling(_ word: Word) -> String { placeSpelling(word.bare) }

/// Which part of a place.
private let sideWords: Set<String> = ["kiri", "kanan", "utara", "selatan", "timur", "barat", "hulu", "hilir", "lama"]

private let roadWords: Set<String> = [
    "jalan", "lorong", "lebuh", "lebuhraya", "persiaran", "highway", "expressway",
]

/// As `placingWords`, in posts.
private let postPlacingWords: Set<String> = [
    "kat", "kt", "dkt", "area", "dok", "duk", "org", "daerah", "felda", "felcra", "kampung", "pekan", "taman",
]

/// Words after which a name is a place's.
private let placingWords: Set<String> = [
    "di", "dari", "ke", "dekat", "daerah", "pekan", "bandar", "sekitar", "berhampiran", "kawasan", "negeri", "perairan",
    "in", "at", "near", "from", "of", "district", "to", "around", "outside", "parlimen", "mukim", "arah", "tol", "toll",
    "area", "kat", "kt", "dkt",
]
