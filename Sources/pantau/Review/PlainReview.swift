import Model
import Reviewing
import Settings
import Storing
import Terminal

#if canImport(Glibc)
    import Glibc
#endif

/// The review as questions and answers (UX.md 5.6, screen 15): important words first, one fact a line, no redraw, numbers
/// instead of arrows. A screen reader reads it, a pipe drives it.
///
/// The end of the input is the same as `q`.
struct PlainReview {
    let desk: ReviewDesk
    let query: LeadQuery
    let isBlind: Bool
    private var tally: ReviewTally
    private var offices: OfficeFinder
    private var number = 0

    init(desk: ReviewDesk, query: LeadQuery, isBlind: Bool) {
        (self.desk, self.query, self.isBlind) = (desk, query, isBlind)
        tally = ReviewTally(start: desk.context.now)
        offices = OfficeFinder(desk.context)
    }

    private var context: Context { desk.context }
    private var language: ScreenLanguage { context.language }

    mutating func run() async throws {
        let signals = StopSignals()
        defer { signals.ignore() }
        signals.onStop { [desk] in
            // The answer that is waited for never comes: the program ends here, and lets go of what this person reads.
            Task { await desk.leave(by: signals.number ?? SIGTERM) }
        }
        let (query, now) = (query, context.now)
        let total = try await desk.store.read { db in try db.countLeads(query, at: now) }
        say(.plainOpening(total))
        while let lead = try await next() {
            number += 1
            guard try await review(lead, of: total) else { break }
        }
        try await close()
    }

    /// The next lead, held for this person; one that a colleague took a moment ago is passed over.
    private mutating func next() async throws -> Lead? {
        while true {
            let found = try await desk.openNext(query, passing: tally.skipped)
            guard let found else { return nil }
            switch found.opening {
            case .held(let lead, _): return context.veiled(lead)
            case .shared, .notFound: tally.skip(found.id)
            }
        }
    }

    /// - Returns: false where the person leaves.
    private mutating func review(_ lead: Lead, of total: Int) async throws -> Bool {
        let (id, now) = (lead.id, context.now)
        let returned = try await desk.store.read { db in try db.returnedCase(of: id, at: now) }?
            .veiled(lead.isProtected)
        let spoken = SpokenLead(
            lead: lead, returned: returned, office: offices.office(nearest: lead), language: language,
            now: context.now, isBlind: isBlind)
        context.output.line()
        for line in spoken.lines(number: number, total: total) { context.output.line(StyledText(line)) }
        while true {
            guard let answer = ask(returned == nil ? .plainDecision : .plainDoorQuestion) else { return false }
            guard let key = PlainKey(answer) else {
                say(.plainUnknown(answer))
                continue
            }
            switch try await act(key, on: lead, spoken) {
            case .stay: continue
            case .next: return true
            case .leave: return false
            }
        }
    }

    private enum Step { case stay, next, leave }

    private mutating func act(_ key: PlainKey, on lead: Lead, _ spoken: SpokenLead) async throws -> Step {
        if let returned = spoken.returned {
            switch key {
            case .accept: return try await passOn(lead)
            case .reject, .snooze:
                say(.screenReturned(returned.ref, by: returned.agency))
                return .stay
            case .skip, .text, .why, .address, .note, .undo, .help, .quit: break
            }
        }
        switch key {
        case .accept: return try await accept(lead)
        case .reject: return try await reject(lead)
        case .snooze: return try await snooze(lead)
        case .note: return try await note(lead)
        case .skip:
            tally.skip(lead.id)
            try await letGo(of: lead.id)
            return .next
        case .text: for line in spoken.text { context.output.line(StyledText(line)) }
        case .why: for line in spoken.phrases { context.output.line(StyledText(line)) }
        case .address: for article in lead.articles { context.output.line(StyledText(article.article.url)) }
        case .undo: return try await undo()
        case .help: for key in PlainKey.allCases { context.output.line(StyledText(key.help(in: language))) }
        case .quit: return .leave
        }
        return .stay
    }

    // MARK: Decisions

    private mutating func accept(_ lead: Lead) async throws -> Step {
        var acceptance = Acceptance(hold: context.settings.hold)
        if lead.isProtected, context.isOneDesk {
            guard let name = ask(.plainSecond), let second = Actor(name) else { return .stay }
            acceptance.second = second
        }
        return try await decide(.accept(acceptance), lead)
    }

    /// What came back goes to another agency.
    private mutating func passOn(_ lead: Lead) async throws -> Step {
        guard let agency = ask(.plainDoor), !agency.isEmpty else { return .stay }
        do {
            say(try await desk.passOn(lead.id, to: agency))
        } catch let failure as CommandFailure {
            say(failure.message)
            return .stay
        }
        tally.passOn(lead.id)
        return .next
    }

    private mutating func reject(_ lead: Lead) async throws -> Step {
        guard let reason = question.askReason() else { return .stay }
        var rejection = Rejection(reason)
        switch reason {
        case .alreadyHelped: rejection.agency = ask(.plainAgency).flatMap { $0.isEmpty ? nil : $0 }
        case .duplicate:
            guard let answer = ask(.plainOriginal), let id = LeadIDs.parse(answer), id.count == 1 else {
                say(.plainNothing)
                return .stay
            }
            rejection.original = LeadID(id.lowerBound)
        case .other:
            guard let note = ask(.plainNote), !note.isEmpty else {
                say(.plainNothing)
                return .stay
            }
            rejection.note = note
        case .notAPerson, .notInNeed, .outsideMalaysia, .oldNews, .notEnoughInfo, .doubtful, .otherTopic, .protected:
            break
        }
        return try await decide(.reject(rejection), lead)
    }

    private mutating func snooze(_ lead: Lead) async throws -> Step {
        guard let answer = ask(.plainUntil), !answer.isEmpty else { return .stay }
        guard let wake = Wake(answer, at: context.now) else {
            say(.plainUnknown(answer))
            return .stay
        }
        return try await decide(.snooze(until: wake, note: nil), lead)
    }

    private mutating func note(_ lead: Lead) async throws -> Step {
        guard let text = ask(.plainNote), !text.isEmpty else { return .stay }
        _ = try await decide(.note(text), lead)
        return .stay
    }

    private mutating func decide(_ decision: Decision, _ lead: Lead) async throws -> Step {
        let result = try await desk.decide(decision, [lead.id], ifVersion: lead.version)
        tally.add(result)
        for changed in result.changed { say(changed.message(of: decision, at: context.now)) }
        for already in result.already { say(already.message) }
        for refused in result.refused { say(refused.message) }
        return result.refused.isEmpty ? .next : .stay
    }

    /// After an undo the queue is asked anew: what came back may stand first.
    private mutating func undo() async throws -> Step {
        switch try await desk.undo(.lastOwn) {
        case .done(_, let decision):
            tally.remove(decision)
            say(.undoDone(decision.words))
            return .next
        case .refused(let refusal):
            say(Message(refusal))
            return .stay
        }
    }

    private func letGo(of id: LeadID) async throws { _ = try await desk.decide(.release, [id], ifVersion: nil) }

    private func close() async throws {
        try await desk.releaseAll()
        context.output.line()
        for line in try await desk.summary(of: tally).lines(in: language) { context.output.line(StyledText(line)) }
    }

    // MARK: Talking

    private var question: PlainQuestion { PlainQuestion(output: context.output) }

    private func ask(_ message: Message) -> String? { question.ask(message) }

    private func say(_ message: Message) { context.output.say(message) }
}
