import Model

/// A sentence for people, in both languages side by side, with a stable id for scripts.
///
/// Shape: what happened, what did or did not change, the next command. Wording: design/messages.tsv.
struct Message: Sendable, Hashable {
    let id: String
    let english: String
    let malay: String
    let exit: ExitStatus
    /// What to do next: a command, or a flag.
    let hint: String?

    init(_ id: String, _ english: String, _ malay: String, exit: ExitStatus = .done, hint: String? = nil) {
        (self.id, self.english, self.malay, self.exit, self.hint) = (id, english, malay, exit, hint)
    }

    func text(in language: ScreenLanguage) -> String {
        language.phrase(english, malay)
    }
}

/// A command that could not do its work. `pantau` prints the message to standard error and exits with its code.
struct CommandFailure: Error {
    let message: Message
    init(_ message: Message) { self.message = message }
}
