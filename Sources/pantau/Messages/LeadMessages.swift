import Model

extension Message {
    static func leadListEmpty(ago: String, new: Int, flagged: Int) -> Message {
        Message(
            "lead.list.empty",
            "No leads to review. The last crawl was \(ago) ago (\(new) new articles, \(flagged) flagged).",
            "Tiada kes untuk disemak. Rayapan terakhir \(ago) lalu (\(new) berita baharu, \(flagged) ditanda).")
    }

    static let leadListNever = Message(
        "lead.list.empty.never", "No leads yet: nothing has been crawled. Run: pantau crawl",
        "Belum ada kes: belum pernah merayap. Jalankan: pantau crawl")

    static func leadListEmptyFilter(total: Int) -> Message {
        Message(
            "lead.list.empty.filter", "No leads match this filter. \(total) leads are open without it.",
            "Tiada kes sepadan dengan tapisan ini. \(total) kes terbuka tanpanya.")
    }

    static func leadListHeader(shown: Int, total: Int, order: (en: String, ms: String)) -> Message {
        Message(
            "lead.list.header", "Showing \(shown) of \(total) leads to review (\(order.en))",
            "Memaparkan \(shown) daripada \(total) kes untuk disemak (\(order.ms))")
    }

    /// Stands for headline and names wherever a lead is shown whose people must not be known.
    static let identityProtected = Message("lead.protected", "[identity protected]", "[identiti dilindungi]")

    /// - Parameter time: nil where it is not held.
    static func leadAccepted(_ id: LeadID, ref: String, leavesAt time: String?) -> Message {
        let leaves =
            time.map { ("leaves at \($0)", "Dihantar pada \($0)") }
            ?? ("leaves with the next export or push", "Dihantar dengan eksport atau hantaran seterusnya")
        return Message(
            "lead.accepted", "Accepted \(id); prospect \(ref). It \(leaves.0) unless undone: pantau undo",
            "\(id) diterima; prospek \(ref). \(leaves.1) jika tidak dibuat asal: pantau undo")
    }

    static func leadRejected(_ id: LeadID, _ reason: RejectReason) -> Message {
        Message(
            "lead.rejected", "Rejected \(id): \(reason.label(in: .english)).",
            "\(id) ditolak: \(reason.label(in: .malay)).")
    }

    static func leadSnoozed(_ id: LeadID, until: (en: String, ms: String)) -> Message {
        Message("lead.snoozed", "Snoozed \(id) until \(until.en).", "\(id) ditangguh hingga \(until.ms).")
    }

    static func leadWoke(_ id: LeadID) -> Message {
        Message("lead.woke", "\(id) is back in review.", "\(id) kembali untuk disemak.")
    }

    static func leadClaimed(_ id: LeadID, minutes: Int) -> Message {
        Message("lead.claimed", "Claimed \(id) for \(minutes) minutes.", "\(id) diambil selama \(minutes) minit.")
    }

    static func leadNoted(_ id: LeadID) -> Message {
        Message("lead.noted", "Note added to \(id).", "Nota ditambah pada \(id).")
    }

    static func leadReleased(_ id: LeadID) -> Message {
        Message("lead.released", "Let go of \(id).", "\(id) dilepaskan.")
    }

    static func bulkDone(done: Int, skipped: Int, failed: Int) -> Message {
        Message(
            "bulk.done", "\(done) done, \(skipped) skipped (already decided), \(failed) failed.",
            "\(done) selesai, \(skipped) dilangkau (sudah diputuskan), \(failed) gagal.")
    }

    static func undoDone(_ what: String) -> Message {
        Message("undo.done", "Undone: \(what).", "Dibuat asal: \(what).")
    }

    static func redoDone(_ what: String) -> Message {
        Message("redo.done", "Done again: \(what).", "Dibuat semula: \(what).")
    }

    static func noEntry(_ entry: EntryID) -> Message {
        Message(
            "err.entry", "There is no entry \(entry) in the log.", "Tiada catatan \(entry) dalam log.", exit: .failed,
            hint: "pantau log")
    }

    static func notADecision(_ entry: EntryID, verb: String) -> Message {
        Message(
            "err.not-a-decision", "Entry \(entry) is a \(verb), which undo does not take back.",
            "Catatan \(entry) ialah \(verb), yang tidak boleh dibuat asal.", exit: .usage, hint: "pantau log")
    }

    static func alreadyUndone(_ entry: EntryID, by who: String) -> Message {
        Message(
            "already.undone", "Entry \(entry) was undone or redone since, by \(who).",
            "Catatan \(entry) sudah dibuat asal atau semula, oleh \(who).")
    }

    static let logEmpty = Message("log.empty", "No decisions match.", "Tiada keputusan sepadan.")

    static func journalWhole(_ entries: Int) -> Message {
        Message(
            "log.whole", "The log is whole: \(entries) entries, every hash as it was written.",
            "Log adalah utuh: \(entries) catatan, setiap cincangan seperti ditulis.")
    }

    static func journalBroken(_ entry: EntryID, _ fault: String) -> Message {
        Message(
            "err.log-broken",
            "The log is not as it was written: entry \(entry) (\(fault)). Restore a backup and compare.",
            "Log tidak seperti asal: catatan \(entry) (\(fault)). Pulihkan sandaran dan bandingkan.", exit: .badData)
    }

    static func notACheckpoint(_ path: String) -> Message {
        Message(
            "err.checkpoint",
            "\(path) is no checkpoint, or was changed after it was signed. It proves nothing; take another copy.",
            "\(path) bukan titik semak, atau diubah selepas ditandatangani. Ia tidak membuktikan apa-apa; guna salinan lain.",
            exit: .badData)
    }

    static func askUndo(_ what: String, who: String, ago: String) -> Message {
        Message(
            "ask.undo", "Undo \"\(what)\" (\(who), \(ago) ago)? [y/N] ",
            "Buat asal \"\(what)\" (\(who), \(ago) lalu)? [y/T] ")
    }

    static func askBulk(_ what: (en: String, ms: String), count: Int) -> Message {
        Message(
            "ask.bulk", "\(what.en) \(count) leads? Type \(count) to go on: ",
            "\(what.ms) \(count) kes? Taip \(count) untuk teruskan: ")
    }

    static func explainRule(_ rule: String) -> Message {
        Message(
            "lead.explain.rule", "A rule in plain words: pantau lexicon explain \(rule)",
            "Peraturan dalam kata mudah: pantau lexicon explain \(rule)", hint: "pantau lexicon explain \(rule)")
    }

    static func alreadyProspect(_ id: LeadID, ref: String) -> Message {
        Message(
            "already.prospect", "\(id) is already a prospect (\(ref)).", "\(id) sudah menjadi prospek (\(ref)).")
    }

    static func alreadyRejected(_ id: LeadID, _ reason: RejectReason) -> Message {
        Message(
            "already.rejected", "\(id) was already rejected (\(reason.label(in: .english))).",
            "\(id) sudah ditolak (\(reason.label(in: .malay))).")
    }

    static func alreadySo(_ id: LeadID) -> Message {
        Message("already.so", "\(id) is already so; nothing was changed.", "\(id) sudah begitu; tiada perubahan.")
    }
}
