import Model
import Text

// A mill, a plantation, a construction site: what work is done at, in words that say so.

extension WorkplaceFinder {
    // MARK: Malay

    /// `kilang kelapa sawit`, `tapak pembinaan di Jalan Rekaan`, `kilang Syarikat Rekaan Sdn Bhd`, `Ladang Rekaan`: what
    /// it is stands first.
    func malaySite(at index: Int) -> (range: Range<Int>, worth: Worth)? {
        let isSite = siteHeads.contains(folded(index))
        guard isSite || isWorkingAtShop(index) else { return nil }
        var end = index + 1
        while end < words.count, end - index <= 4, isJoined(end), !words[end].isCapitalised,
            siteKinds.contains(folded(end))
        {
            end += 1
        }
        // `tapak` alone may be of anything.
        if folded(index) == "tapak", end == index + 1 { return nil }
        var worth: Worth? = end > index + 1 ? .kind : nil
        if let name = endOfName(at: end) {
            worth = isCompany(end..<name) ? .company : .named
            end = name
        }
        if let place = endOfPlace(at: end) {
            worth = max(worth ?? .named, .named)
            end = place
        }
        let isBare =
            isSite && !words[index].isCapitalised && ["di", "sebuah", "dalam"].contains(folded(index - 1))
        guard let worth = worth ?? (isBare ? .kind : nil) else { return nil }
        return (index..<end, worth)
    }

    private func isCompany(_ range: Range<Int>) -> Bool {
        range.contains { ["sdn", "bhd", "berhad", "enterprise", "trading", "syarikat"].contains(folded($0)) }
    }

    /// `bekerja sebagai tukang masak di sebuah restoran`: a shop or a school is a workplace of whoever works there.
    private func isWorkingAtShop(_ index: Int) -> Bool {
        guard shopHeads.contains(folded(index)), !words[index].isCapitalised else { return false }
        let sentence = words[index].sentence
        let at = folded(index - 1) == "sebuah" ? index - 2 : index - 1
        guard ["di", "dengan"].contains(folded(at)) else { return false }
        return (max(0, at - 6)..<max(0, at)).contains {
            words[$0].sentence == sentence && ["bekerja", "berkerja", "bertugas", "kerja"].contains(folded($0))
        }
    }

    // MARK: English

    /// `a palm oil mill in Rekaan`, `the Rekaan Steel factory`, `Contoh Estate`: what it is stands last.
    func englishSite(at index: Int) -> (range: Range<Int>, worth: Worth)? {
        let noun = folded(index)
        guard englishHeads.contains(noun), !isJobOf(index + 1) else { return nil }
        if noun == "site", !["construction", "building", "work", "project"].contains(folded(index - 1)) { return nil }
        var (first, end) = (index, index + 1)
        while first > 0, index - first < 5, isJoined(first), isModifier(first - 1) { first -= 1 }
        let isNamed = words[first...index].dropLast().contains(where: \.isCapitalised)
        var worth: Worth = isNamed ? .named : .kind
        if let place = endOfPlace(at: end) { (end, worth) = (place, .named) }
        let hasArticle = first > 0 && isJoined(first) && ["a", "an", "the"].contains(folded(first - 1))
        guard hasArticle || first < index || worth == .named else { return nil }
        // `a flat near the construction site` is a home.
        guard !["near", "beside", "behind", "opposite"].contains(folded(hasArticle ? first - 2 : first - 1)) else {
            return nil
        }
        return ((hasArticle && !isNamed ? first - 1 : first)..<end, worth)
    }

    /// `factory worker` is a job, `mill owner` a person.
    private func isJobOf(_ index: Int) -> Bool {
        isJoined(index)
            && ["worker", "workers", "operator", "operators", "hand", "owner", "supervisor", "manager"]
                .contains(folded(index))
    }

    private func isModifier(_ index: Int) -> Bool {
        let word = words[index]
        return word.isCapitalised
            ? word.token.separation != .sentence
                && gazetteer.people[word.folded].isDisjoint(with: [.title, .honour, .rank, .office])
            : englishKinds.contains(word.folded)
    }
}

private let siteHeads: Set<String> = [
    "kilang", "tapak", "ladang", "estet", "kuari", "lombong", "gudang", "bengkel", "limbungan", "depoh", "kongsi",
]

/// What may follow them in small letters: what is made or grown there.
private let siteKinds: Set<String> = [
    "pembinaan", "bina", "binaan", "projek", "kerja", "memproses", "pemprosesan", "membuat", "pembuatan",
    "pengeluaran", "mengeluarkan", "getah", "kelapa", "sawit", "papan", "kayu", "balak", "besi", "keluli", "plastik",
    "kertas", "sarung", "tangan", "makanan", "minuman", "ais", "ayam", "ikan", "perabot", "elektronik", "kimia",
    "simen", "batu", "bata", "minyak", "tekstil", "pakaian", "kain", "mercun", "bunga", "api", "tayar", "bateri",
    "kaca", "aluminium", "logam", "kitar", "semula", "tepung", "beras", "padi", "roti", "mi", "kek", "kicap", "sos",
    "sagu", "gula", "teh", "coklat", "air", "botol", "tin", "kotak", "pembungkusan", "peleburan", "komponen",
    "kenderaan", "motosikal", "kereta", "lori", "nanas", "koko", "lada", "pisang", "durian", "sayur", "sayuran",
    "ternakan", "lembu", "kambing", "udang", "arang", "pasir", "granit", "emas", "bijih", "timah", "bauksit", "kapal",
    "barang", "kimpalan", "membaiki", "pembaikan", "perumahan", "jambatan", "lebuh", "raya", "bangunan", "kondominium",
    "empangan", "haram", "lama",
]

private let shopHeads: Set<String> = [
    "restoran", "kedai", "hotel", "pasar", "sekolah", "hospital", "kantin", "gerai", "pejabat", "stesen", "pusat",
    "syarikat", "pelabuhan", "klinik", "bank", "asrama",
]

private let englishHeads: Set<String> = [
    "mill", "factory", "plantation", "estate", "quarry", "mine", "warehouse", "workshop", "sawmill", "shipyard", "site",
    "foundry", "refinery",
]

private let englishKinds: Set<String> = [
    "palm", "oil", "rubber", "glove", "steel", "iron", "plastic", "paper", "timber", "wood", "furniture", "food", "ice",
    "rice", "flour", "biscuit", "electronics", "electronic", "chemical", "cement", "tyre", "battery", "glass",
    "aluminium", "metal", "recycling", "textile", "garment", "fireworks", "firecracker", "construction", "building",
    "work", "project", "tea", "pineapple", "sand", "granite", "stone", "gold", "coal", "car", "motorcycle", "vehicle",
    "logistics", "semiconductor", "processing", "fish", "poultry", "sugar", "cocoa", "pepper", "durian", "bauxite",
]
