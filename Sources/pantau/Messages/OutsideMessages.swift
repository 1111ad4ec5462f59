import Model

/// What is said of programs of the person's own: browser, clipboard, editor.
extension Message {
    static func noEditor(_ command: String) -> Message {
        Message(
            "err.no-editor",
            "--editor needs a terminal. Nothing was changed. In a script give the text itself: pantau \(command) --help",
            "--editor memerlukan terminal. Tiada perubahan. Dalam skrip beri teksnya terus: pantau \(command) --help",
            exit: .usage, hint: "pantau \(command) --help")
    }

    static func noEditorFile(_ path: String) -> Message {
        Message(
            "err.editor-file",
            "\(path) could not be written or read, or is longer than 64 KB. Nothing was changed.",
            "\(path) tidak dapat ditulis atau dibaca, atau melebihi 64 KB. Tiada perubahan.", exit: .inputOutput)
    }

    static func editorFailed(_ program: String) -> Message {
        Message(
            "err.editor",
            "The editor \(program) did not start or did not end well. Nothing was changed. Set $VISUAL or $EDITOR.",
            "Penyunting \(program) tidak bermula atau tidak tamat dengan baik. Tiada perubahan. Tetapkan $VISUAL atau $EDITOR.",
            exit: .failed, hint: "EDITOR")
    }

    static func articleOpened(_ id: LeadID) -> Message {
        Message("review.opened", "The page of \(id) opens beside.", "Halaman \(id) dibuka di sebelah.")
    }

    static let openerMissing = Message(
        "review.no-opener",
        "Nothing opens pages here. Name a program in config.yaml, such as review: {open: firefox}, or copy it with y.",
        "Tiada program pembuka di sini. Namakan satu dalam config.yaml, contoh review: {open: firefox}, atau salin dengan y.",
        hint: "review.open")

    static func copied(_ text: String) -> Message {
        Message("review.copied", "Copied: \(text)", "Disalin: \(text)")
    }

    static func clipboardOff(_ text: String) -> Message {
        Message(
            "review.no-clipboard", "\(text)  Copying is off here (review.clipboard).",
            "\(text)  Salinan dimatikan di sini (review.clipboard).", hint: "review.clipboard")
    }

    static let askCopy = Message(
        "review.ask-copy", "Copy: l link, r reference, n number, Esc", "Salin: l pautan, r rujukan, n nombor, Esc")

    static let nothingToCopy = Message(
        "review.nothing-to-copy", "There is no such thing here to copy.", "Tiada itu di sini untuk disalin.")

    /// Stands in the file above what is written.
    static let editNote = Message(
        "edit.note", "\n# Write the remark above; lines with # are left out. An empty one changes nothing.",
        "\n# Tulis catatan di atas; baris bermula # diabaikan. Jika kosong, tiada perubahan.")

    static let editLead = Message(
        "edit.lead",
        "# Change a line; what stays as it is stays unset. FIELD= lets articles and rules speak again.\n"
            + "# who=NAME, AGE; NAME, AGE   where=Kapar, Klang, Selangor   needs=work-injury,debt",
        "# Ubah satu baris; yang tidak diubah kekal. FIELD= membiarkan berita dan peraturan menentukan semula.\n"
            + "# who=NAMA, UMUR; NAMA, UMUR   where=Kapar, Klang, Selangor   needs=work-injury,debt")
}
