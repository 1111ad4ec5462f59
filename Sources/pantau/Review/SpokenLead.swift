import Model
import Terminal
import Text

/// A lead in sentences, the important words first and the time last.
struct SpokenLead {
    let lead: Lead
    /// What an agency said that gave it back.
    let returned: ReturnedCase?
    /// nil where no district is known.
    let office: NearestOffice?
    let language: ScreenLanguage
    let now: Instant
    let isBlind: Bool

    /// - Parameter total: of how many; nil where that is not told.
    func lines(number: Int, total: Int?) -> [String] {
        [
            opening(number, total),
            returned.map { language.phrase("Returned. ", "Dipulangkan. ") + ended($0.words(in: language)) },
            ended(headline), origin, who, event, why, more,
        ].compactMap { $0 }
    }

    private func opening(_ number: Int, _ total: Int?) -> String {
        let id = lead.id.value
        let (of, daripada) = total.map { (" of \($0)", " daripada \($0)") } ?? ("", "")
        let place = language.phrase(
            "Lead \(number)\(of). Number \(id).", "Kes \(number)\(daripada). Nombor \(id).")
        guard !isBlind else { return place }
        return place + " "
            + language.phrase(
                "\(lead.urgency.label(in: language)). Score \(lead.score.value).",
                "\(lead.urgency.label(in: language)). Skor \(lead.score.value).")
    }

    private var headline: String {
        lead.isProtected ? Message.identityProtected.text(in: language) : lead.headline
    }

    private var origin: String {
        var outlets: [String] = []
        for joined in lead.articles where !outlets.contains(joined.article.outlet) {
            outlets.append(joined.article.outlet)
        }
        let others = outlets.count - 1
        let from =
            (outlets.first ?? "")
            + (others > 0 ? language.phrase(" and \(others) other", " dan \(others) lagi") : "")
        let place = lead.identification.place.flatMap { place in
            let names = [place.locality ?? place.districtName, place.stateName].compactMap { $0 }
            return names.isEmpty ? nil : names.joined(separator: ", ")
        }
        return [place.map(ended), "\(from), \(spokenAge(since: lead.firstSeenAt, at: now, in: language))."]
            .compactMap { $0 }.joined(separator: " ")
    }

    private var who: String? {
        let persons = lead.people(in: language)
        return persons.isEmpty ? nil : language.phrase("Who: ", "Siapa: ") + ended(persons.joined(separator: "; "))
    }

    /// When it happened, at which work, and which office is near.
    private var event: String? {
        let known = lead.identification
        let day = known.dayOfEvent(in: language).map { language.phrase("Happened: \($0).", "Berlaku: \($0).") }
        let work = known.workplace.map { language.phrase("Work: ", "Kerja: ") + ended($0.name) }
        let facts = [day, work, office?.spoken(in: language)].compactMap(\.self)
        return facts.isEmpty ? nil : facts.joined(separator: " ")
    }

    private var counted: [Contribution] { lead.score.contributions.filter { !$0.evidence.isEmpty } }

    private var why: String? {
        guard !isBlind, let first = counted.max(by: { $0.points < $1.points }), let evidence = first.evidence.first
        else {
            return nil
        }
        let label = language.phrase(first.labelEnglish, first.labelMalay)
        return language.phrase(
            "Why: \(counted.count) phrases. First: \"\(evidence.exact)\", \(label), \(first.points) points.",
            "Sebab: \(counted.count) frasa. Pertama: \"\(evidence.exact)\", \(label), \(first.points) mata.")
    }

    private var more: String? {
        guard !lead.isProtected else { return nil }
        let count = text.count
        return language.phrase(
            "Text is \(count) lines. Type v to read it" + (isBlind ? "." : ", e to hear all phrases."),
            "Teks \(count) baris. Taip v untuk membacanya" + (isBlind ? "." : ", e untuk semua frasa."))
    }

    /// The text of the best article; nothing of a protected identity.
    var text: [String] {
        guard !lead.isProtected, let best = lead.articles.first else { return [headline] }
        return best.article.text.split(separator: "\n").flatMap { wrapped(String($0), width: 79) }
    }

    /// Every phrase that counted.
    var phrases: [String] {
        guard !isBlind else { return [language.phrase("Not shown in a blind review.", "Tidak ditunjukkan.")] }
        let best = lead.articles.first?.article
        return ScoreExplanation(
            score: lead.score, title: best?.title ?? "", text: best?.text ?? "", showsContext: !lead.isProtected,
            language: language
        ).lines
    }

    private func ended(_ sentence: String) -> String {
        guard let last = sentence.last, !".!?…]".contains(last) else { return sentence }
        return sentence + "."
    }
}

/// How long ago something was, in words: `2 hours ago`.
func spokenAge(since instant: Instant, at now: Instant, in language: ScreenLanguage) -> String {
    let minutes = max(0, (now - instant).milliseconds / 60_000)
    let units: [(Int64, en: String, ms: String)] = [(1440, "day", "hari"), (60, "hour", "jam"), (1, "minute", "minit")]
    guard let (size, en, ms) = units.first(where: { minutes >= $0.0 }) else {
        return language.phrase("just now", "baru sahaja")
    }
    let count = minutes / size
    return language.phrase("\(count) \(en)\(count == 1 ? "" : "s") ago", "\(count) \(ms) lalu")
}
