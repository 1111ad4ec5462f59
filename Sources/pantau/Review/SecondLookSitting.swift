import Model
import Reviewing
import Settings
import Storing
import Terminal

/// Decisions that are closed, read again by somebody who does not see them: questions and answers, and nothing of the
/// leads is changed. Whether two people agree is in `pantau report quality`.
struct SecondLookSitting {
    let desk: ReviewDesk
    private var passed: Set<LeadID> = []
    private var told: [Bool] = []
    private var offices: OfficeFinder

    init(desk: ReviewDesk) {
        self.desk = desk
        offices = OfficeFinder(desk.context)
    }

    /// What was decided longer ago nobody corrects any more.
    private static let reach = TimeSpan.days(30)

    private var context: Context { desk.context }
    private var language: ScreenLanguage { context.language }

    mutating func run() async throws {
        var number = 0
        while let (lead, verdict) = try await next() {
            number += 1
            guard try await read(lead, number: number, decided: verdict) else { break }
        }
        if number == 0 { return context.output.say(.secondLookNone) }
        context.output.line()
        context.output.say(.secondLookDone(told.count, agreed: told.count { $0 }))
    }

    private func next() async throws -> (lead: Lead, verdict: SecondVerdict)? {
        let (author, now, passed) = (context.author, context.now, passed)
        let part = context.settings.secondLook
        return try await desk.store.write { db in
            var passed = passed
            while let id = try db.nextSecondLook(
                for: author.actor, part: part, since: now - SecondLookSitting.reach, passing: passed)
            {
                if let found = try db.openForSecondLook(id, by: author, at: now) { return found }
                passed.insert(id)
            }
            return nil
        }
    }

    /// - Returns: false where the person leaves.
    private mutating func read(_ lead: Lead, number: Int, decided first: SecondVerdict) async throws -> Bool {
        let spoken = SpokenLead(
            lead: context.veiled(lead), returned: nil, office: offices.office(nearest: lead), language: language,
            now: context.now, isBlind: true)
        context.output.line()
        for line in spoken.lines(number: number, total: nil) { context.output.line(StyledText(line)) }
        while true {
            guard let answer = PlainQuestion(output: context.output).ask(.secondLookQuestion) else { return false }
            switch PlainKey(answer) {
            case .accept:
                try await keep(.accept, of: lead, first)
                return true
            case .reject:
                guard let reason = PlainQuestion(output: context.output).askReason() else { continue }
                try await keep(.reject(reason), of: lead, first)
                return true
            case .skip:
                passed.insert(lead.id)
                return true
            case .text: for line in spoken.text { context.output.line(StyledText(line)) }
            case .quit: return false
            case .snooze, .why, .address, .note, .undo, .help, nil: context.output.say(.plainUnknown(answer))
            }
        }
    }

    private mutating func keep(_ second: SecondVerdict, of lead: Lead, _ first: SecondVerdict) async throws {
        let (author, now, id) = (context.author, context.now, lead.id)
        let decided = try await desk.store.write { db in try db.keepSecondLook(second, of: id, by: author, at: now) }
        guard let decided else { return context.output.say(.changed(id)) }
        told.append(decided.agrees(with: second))
        context.output.say(.secondLookKept(id, first: decided.words))
    }
}

extension SecondVerdict {
    /// For a sentence.
    fileprivate var words: (en: String, ms: String) {
        switch self {
        case .accept: ("accepted", "diterima")
        case .reject(let reason):
            ("rejected: \(reason.label(in: .english))", "ditolak: \(reason.label(in: .malay))")
        }
    }
}
