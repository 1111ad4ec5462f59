import Model

/// What is said of the commands that change a lead without deciding it.
extension Message {
    static func leadAssigned(_ id: LeadID, to colleague: Actor?) -> Message {
        guard let colleague else {
            return Message("lead.assigned", "\(id) is nobody's now.", "\(id) kini bukan tugasan sesiapa.")
        }
        return Message("lead.assigned", "Handed \(id) to \(colleague).", "\(id) diserahkan kepada \(colleague).")
    }

    static func leadLabelled(_ id: LeadID, _ labels: [LeadLabel]) -> Message {
        let list = labels.isEmpty ? "-" : labels.map(\.text).joined(separator: ", ")
        return Message("lead.labelled", "Labels of \(id): \(list)", "Label \(id): \(list)")
    }

    static func leadEdited(_ id: LeadID) -> Message {
        Message("lead.edited", "Changed \(id).", "\(id) diubah.")
    }

    static func leadMerged(_ id: LeadID, into survivor: LeadID) -> Message {
        Message("lead.merged", "Merged \(id) into \(survivor).", "\(id) digabung ke dalam \(survivor).")
    }

    static func leadUnmerged(_ id: LeadID, from survivor: LeadID) -> Message {
        Message(
            "lead.unmerged", "\(id) stands alone again, no more in \(survivor).",
            "\(id) berasingan semula, tidak lagi dalam \(survivor).")
    }

    static func leadDiffers(_ id: LeadID, from other: LeadID) -> Message {
        Message(
            "lead.differs", "\(id) and \(other) are different cases.", "\(id) dan \(other) ialah kes yang berlainan.")
    }

    static func bulkPreview(_ verb: String, count: Int) -> Message {
        Message("bulk.preview", "\(verb) of \(count) leads:", "\(verb) bagi \(count) kes:")
    }

    static func bulkLead(_ id: LeadID, state: String, score: Int?) -> Message {
        let line = "  \(id)  \(state)  \(score.map(String.init) ?? "-")"
        return Message("bulk.lead", line, line)
    }

    static func bulkRest(_ count: Int) -> Message {
        Message(
            "bulk.rest", "  ... \(count) more (--dry-run lists all)", "  ... \(count) lagi (--dry-run senaraikan semua)"
        )
    }

    static func mistyped(_ ref: String, checkDigit digit: Int) -> Message {
        let ref = String(ref.prefix(32))
        return Message(
            "err.ref-digit", "\(ref) is mistyped: the last digit should be \(digit).",
            "\(ref) tersalah taip: digit akhir sepatutnya \(digit).", exit: .usage)
    }

    static func noLeadOf(_ address: String) -> Message {
        Message(
            "err.no-lead-of", "No lead has an article at \(address).", "Tiada kes dengan berita di \(address).",
            exit: .failed, hint: "pantau lead add --url \(address)")
    }

    static func undoNeedsYes(_ entry: EntryID, _ what: String, by who: String) -> Message {
        Message(
            "err.need-yes",
            "Entry \(entry) (\(what)) is of \(who). Not a terminal, so nothing was changed. Add --yes to undo it.",
            "Catatan \(entry) (\(what)) oleh \(who). Bukan terminal, jadi tiada perubahan. Tambah --yes untuk "
                + "membuat asal.", exit: .usage, hint: "--yes")
    }

    static let similarNone = Message("similar.none", "No similar leads.", "Tiada kes serupa.")

    static func protectedIdentity(_ id: LeadID) -> Message {
        Message(
            "err.identity-protected",
            "\(id): the identity is protected; its article was not opened. A supervisor adds: --reveal --reason TEXT",
            "\(id): identiti dilindungi; beritanya tidak dibuka. Penyelia menambah: --reveal --reason TEKS",
            exit: .refused, hint: "--reveal --reason")
    }

    static func noWebAddress(_ id: LeadID) -> Message {
        Message(
            "err.no-web-address",
            "\(id) has no page on the web; a person told it. Read it: pantau lead open \(id.value) --archived",
            "\(id) tiada halaman web; ia diceritakan oleh seseorang. Baca: pantau lead open \(id.value) --archived",
            exit: .failed,
            hint: "--archived")
    }

    static func noBrowser(_ program: String) -> Message {
        Message("note.no-browser", "\(program) did not start.", "\(program) tidak bermula.")
    }

    static func intoRejected(_ id: LeadID, _ survivor: LeadID) -> Message {
        Message(
            "err.into-rejected",
            "\(survivor) was rejected, so \(id) would be lost with it. Nothing was changed. Bring it back first: "
                + "pantau lead reopen \(survivor.value)",
            "\(survivor) telah ditolak, jadi \(id) akan hilang bersamanya. Tiada perubahan. Kembalikan dahulu: "
                + "pantau lead reopen \(survivor.value)",
            exit: .conflict, hint: "pantau lead reopen \(survivor.value)")
    }
}
