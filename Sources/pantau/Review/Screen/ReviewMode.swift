import Model
import Reviewing
import Storing
import Terminal

/// What the next key means.
enum ReviewMode: Hashable {
    /// It acts on the lead, or moves.
    case browsing
    /// It is a reason for a rejection (UX.md screen 06).
    case reasons
    /// It says until when.
    case snoozes
    /// It is a letter of a line that is typed.
    case typing(Prompt)
    /// Enter does it, everything else does not.
    case confirming(Confirmation)
    /// It turns a page that covers the lead.
    case reading(TextPage)
    /// It says what of the lead is copied.
    case copying
    /// It says whether two leads are one case (UX.md screen 07).
    case comparing(Comparison)
}

/// A line that somebody types.
struct Prompt: Hashable {
    enum Purpose: Hashable {
        case filter, command
        /// Who helps already.
        case agency
        /// Which lead it repeats.
        case original
        /// What "other" is.
        case otherReason
        case until
        /// A remark for colleagues.
        case note
        /// Which lead it lives on in.
        case survivor
        /// Which agency gets what another gave back.
        case door
        /// Which colleague goes on with it.
        case colleague
        /// Who confirms a protected identity besides.
        case second
        /// How many leads a decision is about: typing the number is the yes.
        case count(Decision, [LeadID])
    }

    var purpose: Purpose
    var text = ""

    /// A line, not an article: a search may have 400 characters and a note 4000.
    private static let limit = 4000

    mutating func type(_ more: String) {
        let line = more.map { $0.isNewline ? " " : $0 }
        text = String((text + line).prefix(Prompt.limit))
    }

    mutating func deleteWord() {
        while text.last?.isWhitespace == true { text.removeLast() }
        while let last = text.last, !last.isWhitespace { text.removeLast() }
    }
}

/// A question that Enter answers with yes.
struct Confirmation: Hashable {
    var question: Message
    var effect: ReviewEffect
}

/// Text that covers the lead until Esc.
struct TextPage: Hashable {
    enum Kind: Hashable {
        case why, provenance, keys, output
        /// The last page of a sitting; q leaves.
        case summary
        /// Entries of the journal, one of which is chosen.
        case entries([JournalEntry])
    }

    var kind: Kind
    var title: String
    var lines: [StyledText]
    /// The first line that is shown.
    var top = 0
    /// Which entry is chosen.
    var chosen = 0

    /// The lines for a width, each no wider than it.
    func body(width: Int) -> [StyledText] {
        lines.flatMap { line -> [StyledText] in
            guard line.columns > width else { return [line] }
            // What is quoted stays under its heading.
            let indent = min(line.plain.prefix { $0 == " " }.count, width / 2)
            let blanks = StyledText(String(repeating: " ", count: indent))
            return wrapped(line.pieces, width: width - indent).map { blanks + $0 }
        }
    }

    /// Moves on by so many lines or entries.
    ///
    /// - Parameter room: how many lines are shown at once.
    mutating func step(by count: Int, width: Int, room: Int) {
        guard case .entries(let entries) = kind else {
            let longest = max(0, body(width: width).count - room)
            top = max(0, min(top + count, longest))
            return
        }
        chosen = max(0, min(chosen + count, entries.count - 1))
        top = max(chosen - room + 1, min(top, chosen))
    }
}

/// Two leads side by side.
struct Comparison: Hashable {
    var left: Lead
    var right: SimilarLead
}

/// Until when a lead is put off, by one key.
enum SnoozeChoice: Character, CaseIterable {
    case tomorrow = "1"
    case threeDays = "3"
    case week = "7"
    case month = "m"
    case newArticle = "n"
    case higherScore = "+"
    case other = "d"

    /// As `--until` takes it; nil where it is typed.
    var until: String? {
        switch self {
        case .tomorrow: "1d"
        case .threeDays: "3d"
        case .week: "7d"
        case .month: "30d"
        case .newArticle: "new-article"
        case .higherScore: "score+10"
        case .other: nil
        }
    }

    func label(in language: ScreenLanguage) -> String {
        switch self {
        case .tomorrow: language.phrase("Tomorrow morning", "Esok pagi")
        case .threeDays: language.phrase("In three days", "Tiga hari lagi")
        case .week: language.phrase("In a week", "Seminggu lagi")
        case .month: language.phrase("In thirty days", "Tiga puluh hari lagi")
        case .newArticle: language.phrase("When a new article joins it", "Apabila ada berita baharu")
        case .higherScore: language.phrase("When its score rises by 10", "Apabila skornya naik 10")
        case .other: language.phrase("Another time or date", "Masa atau tarikh lain")
        }
    }
}

/// What the screen asks the world to do. Carried out one after the other; each is answered by a ``ReviewEvent``.
enum ReviewEffect: Hashable {
    /// Reads the queue anew.
    case load(LeadQuery, selecting: LeadID?)
    /// Looks who reads what by now.
    case refresh(LeadQuery)
    /// Reads on behind what is there.
    case loadMore(LeadQuery)
    /// Opens this lead, also where it can only be read.
    case open(LeadID, leaving: LeadID?)
    /// Opens the first of these that can be decided.
    case openFirst([LeadID], leaving: LeadID?)
    /// Lets a lead go that was held by reading.
    case leave(LeadID)
    case decide(Decision, [LeadID], ifVersion: Int?)
    case takeOver(LeadID)
    /// Sends what came back to another agency.
    case passOn(LeadID, to: String)
    case renew(LeadID)
    case undo(UndoTarget)
    case search(String, isInverse: Bool)
    case history(LeadID)
    case today
    case compare(LeadID)
    /// A command of the program, without its name.
    case run(String)
    /// Hands the address of a lead's page to the person's own program.
    case openPage(LeadID, String)
    /// Puts a text of ours on the clipboard of whoever looks at the terminal.
    case copy(String)
    /// The numbers for the last page.
    case summarise
    case suspend
    case finish
}

/// What came of an effect.
enum ReviewEvent {
    case loaded(QueuePage, selecting: LeadID?)
    case loadedMore(QueuePage)
    /// Read again while nobody pressed a key.
    case refreshed(QueuePage)
    /// nil where it cannot be shown; `passed` could not be opened because others were faster.
    case opened(OpenLead?, passed: [LeadID])
    case decided(Decision, ReviewResult)
    case undone(UndoResult)
    case passedOn(LeadID, Message)
    case renewed(Claim?)
    case found(ReviewScreen.Filter)
    case entries(title: Message, [JournalEntry])
    case compared(Comparison)
    case output([StyledText])
    case shown(TextPage)
    case summary(ReviewSummary)
    /// Something was done beside the screen.
    case told(Message)
    /// Nothing was done, and why.
    case failed(Message)
}
