import Text

/// Names out of what pages write where an author belongs: "Oleh Aminah Rekaan dan Tan Rekaan" gives two.
enum AuthorNames {
    /// The names in the texts, each once, without labels, roles, e-mail addresses and places.
    ///
    /// - Parameter outlets: the letters of the outlet's names, which behind a person's name only say where they work.
    static func people(in texts: [String], outlets: [String]) -> [String] {
        var people: [String] = []
        // The address of a profile is no name, though a part of it may look like one.
        for text in texts where !isAddress(text) {
            for name in names(of: text, outlets) where !people.contains(name) { people.append(name) }
        }
        return people
    }

    /// Whether a text names anyone: persons, an agency or a newsroom.
    static func nameAnyone(_ text: String) -> Bool {
        !people(in: [text], outlets: []).isEmpty || newsroom(in: [text]) != nil
    }

    private static func isAddress(_ text: String) -> Bool {
        text.contains("://") || (text.contains("/") && text.contains(".") && !text.contains(" "))
    }

    /// What the first of the texts calls those who wrote, where that is no person: `Staff Reports`, `Redaksi`. Names of
    /// accounts of a content system are none.
    static func newsroom(in texts: [String]) -> String? {
        texts.lazy.map { withoutLabel($0.cleanedLine(limit: 300)).trimmedMarks }
            .first { (3...60).contains($0.utf8.count) && isGeneric($0) && !isAccount($0) && !isAddress($0) }
    }

    /// Whether a line begins as a by-line does. A sentence may begin so too, but goes on in small letters: "Oleh itu, …".
    static func isByline(_ text: String) -> Bool {
        guard let label = label(of: text.lowercased()) else { return false }
        return label.hasSuffix(":") || text.dropFirst(label.count).first?.isLowercase != true
    }

    /// The label with which a text in lower case begins.
    private static func label(of lower: String) -> String? {
        // Every line around every headline is asked.
        lower.utf8.first.flatMap { labelsByFirstByte[$0]?.first { lower.hasPrefix($0) } }
    }

    /// Whether a text is only the label of a by-line: the name follows in another element.
    static func isLabel(_ text: String) -> Bool {
        let lower = text.lowercased().filter { $0 != ":" && $0 != " " }
        return text.utf8.count < 20 && bareLabels.contains(lower)
    }

    /// The word behind a label within a line of facts: `2031-03-05 18:30 来源：… 作者：…`.
    static func labelled(in text: String) -> String? {
        for label in ["作者：", "作者:", "记者：", "记者:", "報道：", "报道："] {
            let parts = text.parts(at: label)
            guard parts.count > 1 else { continue }
            return parts[1].split(separator: " ").first.map(String.init)
        }
        return nil
    }

    private static func names(of text: String, _ outlets: [String]) -> [String] {
        let line = withoutLabel(text.cleanedLine(limit: 300))
        var names: [String] = []
        for group in split(line, at: conjunctions) where names.isEmpty || !isOtherCredit(group) {
            var isFirst = true
            for part in split(group, at: [",", "，"]) {
                defer { isFirst = false }
                if !isFirst, let last = names.last, let added = completed(last, with: part) {
                    names[names.count - 1] = added
                    continue
                }
                guard !isDate(part), let name = name(in: part) else { continue }
                // The agency's letters: "Aminah Rekaan / AKR".
                if names.last?.contains(" ") == true, isAbbreviation(name) { continue }
                if !isFirst, let last = names.last, hasRole(part) || isTail(name, of: last, outlets) { continue }
                names.append(name)
            }
        }
        let persons = names.filter { !hasRole($0) }
        return persons.isEmpty ? names.filter { !isGeneric($0) } : persons
    }

    /// What is left of a part when the address, the place and the handle behind a name are cut; nil where that is no name.
    private static func name(in part: String) -> String? {
        let plain = withoutLabel(part.prefix { !"([<@#".contains($0) }.description.cleanedLine())
        var words = plain.split(separator: " ")
        // An address stands where its `@` cut it: `Aminah Rekaan aminah@rekaan.example`.
        if part.contains("@"), let last = words.last, !part.contains("\(last) @") { words.removeLast() }
        if let stop = words.dropFirst().firstIndex(where: {
            stops.contains($0.lowercased()) && $0.first?.isLowercase == true
        }) {
            words = Array(words[..<stop])
        }
        if let digit = words.firstIndex(where: { $0.utf8.contains { (48...57).contains($0) } }) {
            words = Array(words[..<digit])
        }
        let name = withoutAgency(withoutOffice(words).joined(separator: " ").trimmedMarks)
        guard (2...60).contains(name.count), words.count <= 8, !name.contains("http"), !name.contains("www."),
            name.utf8.contains(where: { $0.isWordByte }), !isGeneric(name)
        else { return nil }
        return name
    }

    /// "Editor: …", "Photos by …" name those who did not write.
    private static func isOtherCredit(_ part: String) -> Bool {
        let words = part.lowercased().split(separator: " ").prefix(3)
        guard let first = words.first, credits.contains(first.filter(\.isLetter)) else { return false }
        return words.contains { $0.hasSuffix(":") || $0 == "by" || $0 == "oleh" }
    }

    /// "Updated: Mar 5, 2031", "Wednesday 5 March 2031".
    private static func isDate(_ part: String) -> Bool {
        let first = part.lowercased().prefix { $0.isLetter }
        guard !first.isEmpty else { return false }
        if dateLabels.contains(String(first)) { return true }
        guard DateWords.month(String(first)) != nil || DateWords.weekday(String(first)) != nil else { return false }
        return part.utf8.contains { (48...57).contains($0) } || part.utf8.count == first.utf8.count
    }

    private static func isAbbreviation(_ name: String) -> Bool {
        (2...5).contains(name.utf8.count) && name.utf8.allSatisfy { (65...90).contains($0) }
    }

    /// "AMINAH REKAAN Senior Staff Writer" without what she is.
    private static func withoutOffice(_ words: [Substring]) -> [Substring] {
        guard let last = words.last?.lowercased(), roles.contains(last), last != "staff" else { return words }
        let end = words.lastIndex { !roles.contains($0.lowercased()) && !ranks.contains($0.lowercased()) }
        return end.map { $0 > 0 ? Array(words[...$0]) : words } ?? words
    }

    /// "AMINAH REKAAN Associated Press" without the agency.
    private static func withoutAgency(_ name: String) -> String {
        let lower = name.lowercased()
        guard let agency = agencies.first(where: { lower.hasSuffix(" " + $0) }) else { return name }
        let person = String(name.dropLast(agency.count + 1))
        return person.contains(" ") ? person : name
    }

    /// "Tan Rekaan, Jr." is one name.
    private static func completed(_ name: String, with part: String) -> String? {
        ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"].contains(part.lowercased()) ? "\(name) \(part)" : nil
    }

    /// Whether what follows a comma says of a person where they are or work, not who wrote besides.
    private static func isTail(_ part: String, of name: String, _ outlets: [String]) -> Bool {
        guard name.contains(" ") else { return hasRole(part) }
        let letters = PageTitle.letters(part)
        return !part.contains(" ") || hasRole(part) || agencies.contains(part.lowercased())
            || outlets.contains { $0.utf8.count >= 3 && (letters.hasPrefix($0) || $0.hasPrefix(letters)) }
    }

    /// Takes off "By", "Oleh:", "Analysis by", as often as they stand one behind the other.
    private static func withoutLabel(_ text: String) -> String {
        var text = text.parts(at: " :").joined(separator: ":")
        if let label = quietLabels.first(where: { text.hasPrefix($0) }) { text = String(text.dropFirst(label.count)) }
        for _ in 0..<3 {
            let lower = text.lowercased()
            guard let label = label(of: lower) else { break }
            text = String(text.dropFirst(label.count)).cleanedLine()
        }
        // "Analysis by", "Dilaporkan oleh": up to three words before it are what was done, not who did it.
        let words = text.split(separator: " ")
        let phrase = words.prefix(4).prefix { $0.last.map { !",;|".contains($0) } ?? true }
        if let by = phrase.firstIndex(where: { ["by", "oleh"].contains($0) }), by + 1 < words.count {
            return words[(by + 1)...].joined(separator: " ")
        }
        return text
    }

    private static func split(_ text: String, at separators: [String]) -> [String] {
        var parts = [text]
        for separator in separators { parts = parts.flatMap { $0.parts(at: separator) } }
        return parts.map { $0.cleanedLine() }.filter { !$0.isEmpty }
    }

    /// Whether a name has a first and a last part in capitals, or is in letters that have none.
    static func isPersonal(_ name: String) -> Bool {
        guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return true }
        let words = name.split(separator: " ")
        return words.count >= 2 && words.first?.first?.isUppercase == true && words.last?.first?.isUppercase == true
    }

    private static func hasRole(_ name: String) -> Bool {
        name.lowercased().split { $0 == " " || $0 == "-" }.contains { roles.contains(String($0)) }
    }

    /// Whether every word is one of an office or an account: "Staff Reporter", "Admin".
    private static func isGeneric(_ name: String) -> Bool {
        name.lowercased().split { !$0.isLetter }.allSatisfy {
            generic.contains(String($0)) || roles.contains(String($0))
        }
    }

    /// Whether a word is that of an account rather than of an office.
    private static func isAccount(_ name: String) -> Bool {
        name.lowercased().split { !$0.isLetter }.contains { accounts.contains(String($0)) }
    }

    /// Words for "by" that begin other lines too, so that they say so only where mark-up says that an author is meant.
    private static let quietLabels = [
        "di ", "de ", "da ", "a cura di ", "Editor:", "Penulis ", "Wartawan ", "Reporter ", "Author ",
    ]

    private static let bareLabels: Set<String> = [
        "by", "oleh", "penulis", "author", "writtenby", "wordsby", "reporter", "wartawan", "laporan", "teks", "von",
        "par",
        "por", "作者", "记者",
    ]

    /// What reporters name behind their names as where the story comes from.
    private static let agencies = [
        "the associated press", "associated press", "ap", "agence france-presse", "afp", "reuters", "bernama", "antara",
        "xinhua", "bloomberg news", "bloomberg", "cnn", "bbc news", "press association",
    ]

    private static let labelsByFirstByte = Dictionary(grouping: labels) { $0.utf8.first ?? 0 }

    private static let labels = [
        "by ", "by: ", "by:", "oleh ", "oleh: ", "oleh:", "laporan ", "laporan: ", "laporan:", "penulis:", "penulis: ",
        "wartawan:", "teks ", "teks:", "text by ", "text:", "words by ", "words:", "written by ", "reported by ",
        "posted by ", "author:", "authors:", "disediakan oleh ", "ditulis oleh ", "reporter:", "von ", "par ", "por ",
        "door ", "van onze ", "av ", "af ", "przez ", "autor:", "autore:", "auteur:", "tekst:", "texto:", "texte:",
        "pewarta:", "pewarta ", "story by ", "автор: ", "автор:", "текст: ", "文/", "文 / ", "文：", "文:", "作者：",
        "作者:", "记者：", "记者:", "记者 ", "報道：", "报道：", "报道:", "撰文：", "செய்தி:",
    ]

    private static let conjunctions = [
        "\n", " and ", " dan ", " & ", " und ", " et ", " y ", " och ", " og ", " with ", " serta ", " | ", "|", ";",
        " • ",
        " · ", " - ", " – ", " — ", "/", "、", " + ",
    ]

    /// Words in small letters behind which a place, a day or an employer follows.
    private static let stops: Set<String> = [
        "in", "for", "at", "on", "from", "via", "pada", "untuk", "dari", "daripada", "is", "was", "ialah",
        "adalah",
        "published", "updated", "posted", "reports", "reporting", "diterbitkan", "dikemas",
    ]

    private static let roles: Set<String> = [
        "editor", "editors", "correspondent", "correspondents", "reporter", "reporters", "writer", "writers",
        "columnist",
        "producer", "contributor", "contributors", "photographer", "journalist", "staff", "wartawan", "pengarang",
        "penyunting", "koresponden", "jurugambar", "redaktur", "redakteur", "korrespondent", "journaliste",
        "periodista",
    ]

    private static let accounts: Set<String> = [
        "admin", "administrator", "webmaster", "null", "undefined", "author", "authors", "penulis", "guest", "website",
        "user", "root", "unknown", "anonymous", "tanpa", "nama", "none", "n", "a", "test", "share", "follow", "profile",
        "view", "all", "posts", "more", "home", "jr", "md", "phd", "dr", "super", "by", "from", "oleh",
    ]

    private static let credits: Set<String> = [
        "photo", "photos", "photography", "pictures", "images", "video", "videos", "illustration", "illustrations",
        "graphics", "gambar", "foto", "fotos", "grafik", "edited", "editing", "editor", "penyunting", "disunting",
        "suntingan", "translated", "terjemahan", "redaktur",
    ]

    private static let dateLabels: Set<String> = [
        "updated", "published", "posted", "created", "modified", "diterbitkan", "dikemas", "dikemaskini", "dipublikasi",
        "dimuat", "last",
    ]

    private static let ranks: Set<String> = ["senior", "chief", "special", "guest", "freelance", "deputy", "kanan"]

    private static let generic: Set<String> = accounts.union([
        "redaksi", "report",
        "reports", "team", "desk", "news", "newsroom", "wire", "service", "services", "agencies", "online", "web",
        "digital", "editorial", "special", "sub",
        "senior",
        "chief", "the", "our", "berita", "meja", "kontributor", "tim",
    ])
}

extension String {
    /// Without the marks that separators leave at the ends; a full stop stays, for "Jr.".
    fileprivate var trimmedMarks: String {
        let marks = " /／:-–—,·•*\"'“”"
        guard let last = lastIndex(where: { !marks.contains($0) }) else { return "" }
        return String(self[...last].drop { marks.contains($0) })
    }
}
