import Model
import Reviewing
import Storing
import Terminal

/// The review on a whole screen (UX.md section 5): what it shows, and what a key does to it.
///
/// A value without clock, store or terminal: ``handle(_:at:)`` turns a key into effects, ``receive(_:at:)`` takes in what
/// came of them, ``canvas(at:)`` draws. So that all of it is tested without a terminal.
struct ReviewScreen {
    /// What stays as it is for the whole sitting.
    struct Setting {
        var actor: Actor
        /// Nobody is registered: the second person of a protected lead is named by the first.
        var isOneDesk = true
        /// Without score, urgency and phrases, so that they do not sway.
        var isBlind = false
        var lease: TimeSpan
        var hold: TimeSpan
        var glyphs: Glyphs
        var keys = KeyMap()
        /// Whether texts may be copied through the terminal.
        var usesClipboard = true
        /// The queue without a filter.
        var query: LeadQuery
    }

    /// What stands in the pane.
    enum Pane: Hashable {
        case nothing
        /// Asked for; nothing of it is shown yet. `leaving` is the lead that was held by reading until now.
        case waiting(LeadID, leaving: LeadID?)
        case open(OpenLead)
        case message(Message)
    }

    /// A part of the queue that was asked for by `/`.
    struct Filter {
        var text: String
        var isInverse: Bool
        var conditions: [LeadCondition]
    }

    /// A line at the foot.
    struct Notice: Hashable {
        var message: Message
        var isWarning = false
    }

    enum Focus { case list, article }

    let setting: Setting
    var language: ScreenLanguage
    var size: ScreenSize

    // The queue.
    var rows: [LeadSummary] = []
    var total = 0
    var counts = QueueCounts()
    /// The row under the cursor; 0 where there is none.
    var cursor = 0
    var filter: Filter?
    var isLoaded = false

    // The lead.
    var pane = Pane.nothing
    private(set) var page: LeadSheet?
    /// The first line of the pane that is shown.
    var scroll = 0
    var focus = Focus.list
    var isFullScreen = false
    /// Leads that stay held when one reads on.
    var kept: Set<LeadID> = []

    // What is being done.
    var mode = ReviewMode.browsing
    var marks: Set<LeadID> = []
    /// Where a range began.
    var rangeStart: Int?
    var tally: ReviewTally
    /// For `.`, which does it again.
    var lastDecision: Decision?
    var notice: Notice?
    var lastKey = Key.unknown
    /// After a decision the next lead comes by itself; the same key pressed twice must not decide that one too.
    var guarded: (key: Key, since: Instant)?
    /// What the lines of the pane were made for.
    private var pageForm: LeadSheet.Form?

    init(_ setting: Setting, language: ScreenLanguage, size: ScreenSize, at now: Instant) {
        (self.setting, self.language, self.size) = (setting, language, size)
        tally = ReviewTally(start: now)
    }

    /// UX.md 5.1: the least that is usable.
    static let least = ScreenSize(columns: 60, rows: 16)
    var isTooSmall: Bool { size.columns < Self.least.columns || size.rows < Self.least.rows }

    /// The first effects of a sitting.
    func start() -> [ReviewEffect] { [.load(query(), selecting: nil)] }

    // MARK: What is where

    var current: LeadSummary? { rows.indices.contains(cursor) ? rows[cursor] : nil }

    /// The lead in the pane; nil while it is not shown.
    var open: OpenLead? { if case .open(let open) = pane { open } else { nil } }

    /// The lead that is held because it is read, and would be let go by reading on.
    var reading: LeadID? {
        switch pane {
        case .open(let open): open.until != nil && !kept.contains(open.lead.id) ? open.lead.id : nil
        case .waiting(_, let leaving): leaving
        case .nothing, .message: nil
        }
    }

    /// - Parameter count: how many leads to read at most.
    func query(count: Int = ReviewScreen.window) -> LeadQuery {
        var query = setting.query
        query.conditions += filter?.conditions ?? []
        query.limit = count
        return query
    }

    /// How many leads are read at a time: some screens of them.
    static let window = 200

    /// Whether somebody else holds a lead now.
    func isTaken(_ row: LeadSummary, at now: Instant) -> Bool {
        row.claim.map { $0.by != setting.actor && $0.until > now } ?? false
    }

    /// The leads that a decision would be about, in their order.
    var targets: [LeadID] {
        let ranged = rangeStart.map { Set(rows[clamped($0, cursor)].map(\.id)) } ?? []
        let chosen = marks.union(ranged)
        guard chosen.isEmpty else { return rows.map(\.id).filter(chosen.contains) }
        return open.map { [$0.lead.id] } ?? []
    }

    var hasMany: Bool { !marks.isEmpty || rangeStart != nil }

    private func clamped(_ a: Int, _ b: Int) -> Range<Int> {
        (min(a, b)..<(max(a, b) + 1)).clamped(to: rows.indices)
    }

    // MARK: The pane's lines

    /// Lays the lead out where it, the window or the language is another than before.
    mutating func layOut(anew: Bool = false) {
        guard let open else {
            (page, pageForm) = (nil, nil)
            return
        }
        let area = ReviewLayout(size, isFullScreen: isFullScreen).pane
        let form = LeadSheet.Form(
            width: area.width, isWide: size.columns >= ReviewLayout.wide, language: language, glyphs: setting.glyphs,
            isBlind: setting.isBlind)
        if anew || form != pageForm { (page, pageForm) = (LeadSheet(open, form), form) }
        scroll = max(0, min(scroll, lastScroll))
    }

    /// The scroll at which the last line stands at the foot of the pane.
    var lastScroll: Int {
        max(0, (page?.lines.count ?? 0) - ReviewLayout(size, isFullScreen: isFullScreen).pane.height)
    }

    /// The window has another size.
    mutating func resize(to size: ScreenSize) {
        self.size = size
        layOut()
    }
}
