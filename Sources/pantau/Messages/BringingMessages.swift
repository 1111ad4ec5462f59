import Model
import Storing

/// What is said of leads that people bring, and of those that are scored again.
extension Message {
    static func leadAdded(_ id: LeadID, score: Int, threshold: Int) -> Message {
        let low = score < threshold
        return Message(
            "lead.added",
            "Added \(id), score \(score)"
                + (low ? "; a crawl would have passed it over (the threshold is \(threshold))." : "."),
            "\(id) ditambah, skor \(score)"
                + (low ? "; rayapan akan melangkauinya (ambang ialah \(threshold))." : "."))
    }

    /// - Parameter link: with the lead that it was merged into.
    static func leadAdded(_ id: LeadID, into link: LeadLink) -> Message {
        let (facts, fakta) = (link.facts.sum(in: .english), link.facts.sum(in: .malay))
        return Message(
            "lead.added", "Added \(id) and merged it into \(link.lead), which tells of the same case: \(facts).",
            "\(id) ditambah dan digabung ke dalam \(link.lead), yang menceritakan kes sama: \(fakta).",
            hint: "pantau lead unmerge \(id.value)")
    }

    /// - Parameter link: with a lead that may be of its case.
    static func leadOffered(_ id: LeadID, _ link: LeadLink) -> Message {
        let (facts, fakta) = (link.facts.sum(in: .english), link.facts.sum(in: .malay))
        let next = "pantau lead similar \(id.value)"
        return Message(
            "lead.offered", "It may be of one case with \(link.lead): \(facts). Compare: \(next)",
            "Mungkin kes yang sama dengan \(link.lead): \(fakta). Bandingkan: \(next)", hint: next)
    }

    static func alreadyLead(_ id: LeadID, state: String) -> Message {
        Message(
            "already.lead", "That is \(id) already (\(state)); nothing was changed.",
            "Itu sudah menjadi \(id) (\(state)); tiada perubahan.")
    }

    static let nothingToAdd = Message(
        "err.nothing-to-add", "There is no text to read. Nothing was changed.",
        "Tiada teks untuk dibaca. Tiada perubahan.", exit: .badData)

    /// - Parameter command: what reads the text where somebody has it at hand.
    static func pageFailed(_ address: String, _ outcome: Outcome, command: String) -> Message {
        let cause = Message.sourceFailed(address, outcome)
        let exit: ExitStatus = if case .localOutage = outcome { .temporary } else { .failed }
        return Message(
            "err.page", cause.english + " Nothing was changed. With the text at hand: pantau \(command) --text",
            cause.malay + " Tiada perubahan. Jika ada teksnya: pantau \(command) --text", exit: exit,
            hint: "pantau \(command) --text")
    }

    static func rescored(_ changed: Int, of count: Int, isTrial: Bool) -> Message {
        Message(
            "lead.rescored",
            "\(changed) of \(count) leads \(isTrial ? "would change" : "changed").",
            "\(changed) daripada \(count) kes \(isTrial ? "akan berubah" : "berubah").")
    }

    static func rescorePreview(_ count: Int) -> Message {
        Message(
            "lead.rescore.preview", "\(count) leads would change (--dry-run lists all).",
            "\(count) kes akan berubah (--dry-run senaraikan semua).")
    }

    static func rescoreProgress(_ done: Int, of total: Int, changed: Int) -> Message {
        Message(
            "lead.rescore.progress", "\(done) of \(total) leads compared, \(changed) differ.",
            "\(done) daripada \(total) kes dibandingkan, \(changed) berbeza.")
    }

    static func rescoreEntries(_ entries: [EntryID]) -> Message {
        let (first, last) = (entries.first?.description ?? "", entries.last?.description ?? "")
        return Message(
            "lead.rescore.entries",
            "Entries \(first) to \(last) of the log, \(entries.count) in all; each is taken back by itself: "
                + "pantau undo --entry \(last)",
            "Catatan \(first) hingga \(last) dalam log, \(entries.count) semuanya; setiap satu dibuat asal "
                + "sendiri: pantau undo --entry \(last)",
            hint: "pantau undo --entry \(last)")
    }

    static func rescoreStopped(by signal: String, done: Int, total: Int, isTrial: Bool) -> Message {
        let english = isTrial ? "Nothing was changed." : "What was scored is kept; the same command goes on."
        let malay = isTrial ? "Tiada perubahan." : "Yang diskor disimpan; arahan yang sama menyambungnya."
        return Message(
            "err.stopped", "Stopped by \(signal); \(done) of \(total) leads compared. \(english)",
            "Dihentikan oleh \(signal); \(done) daripada \(total) kes dibandingkan. \(malay)",
            exit: signal == "SIGINT" ? .interrupted : .temporary)
    }
}
