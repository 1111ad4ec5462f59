import Fetching
import Model
import Storing
import Text

/// The tries of one pass, in batches that grow while the consumer takes them and shrink to one when it does not.
struct PushPass {
    let pusher: Pusher
    let lease: EndpointLease
    let mark: [UInt8]
    /// Tries that may still be made.
    var left: Int
    /// Time that may still be spent on waiting.
    var patience: TimeSpan
    private var width = 1
    private var failuresInARow = 0

    init(pusher: Pusher, lease: EndpointLease, mark: [UInt8], left: Int, patience: TimeSpan) {
        (self.pusher, self.lease, self.mark, self.left, self.patience) = (pusher, lease, mark, left, patience)
    }

    private var clock: @Sendable () -> Instant { pusher.world.clock }

    mutating func run(_ report: inout PushReport) async throws {
        while left > 0, !Task.isCancelled {
            let parcels = try await nextBatch()
            if parcels.isEmpty {
                guard try await wait() else { return }
                continue
            }
            let verdicts = await send(parcels)
            guard !verdicts.isEmpty else { return }
            let isOurs = try await note(verdicts, into: &report)
            guard isOurs else {
                report.end = .leaseLost
                return
            }
            left -= verdicts.count
            guard report.end == .finished else { return }
            if failuresInARow >= Pusher.failureLimit {
                report.end = .troubled
                return
            }
        }
    }

    private func nextBatch() async throws -> [Parcel] {
        let now = clock()
        return try await pusher.store.read { [name = lease.consumer, limit = min(width, left)] db in
            let quiet = try db.endpoint(name)?.quietUntil ?? now
            // Further off than any rest of ours: written while the clock was wrong.
            guard quiet <= now || quiet > now + RetryTable.longestRest else { return [] }
            return try db.parcels(for: name, at: now, limit: limit)
        }
    }

    /// Waits for the next try, if that is soon.
    ///
    /// - Returns: false where the pass ends.
    private mutating func wait() async throws -> Bool {
        let next = try await pusher.store.read { [name = lease.consumer] db -> Instant? in
            guard let next = try db.nextDelivery(for: name) else { return nil }
            return max(next, try db.endpoint(name)?.quietUntil ?? next)
        }
        guard let next else { return false }
        let rest = max(next - clock(), .seconds(0)) + TimeSpan(milliseconds: 5)
        guard rest <= patience else { return false }
        patience = patience - rest
        try await pusher.world.sleep(rest)
        return try await pusher.store.write { [lease, clock] db in
            try db.renew(lease, until: clock() + Pusher.leaseSpan)
        }
    }

    /// Sends all at one time.
    ///
    /// - Returns: in the order of the parcels; without those whose try was cancelled.
    private func send(_ parcels: [Parcel]) async -> [(Parcel, PushVerdict, Int?)] {
        await withTaskGroup(of: (Int, PushVerdict, Int?)?.self) { group in
            for (index, parcel) in parcels.enumerated() {
                group.addTask { [pusher] in
                    do throws(FailureCause) {
                        let now = pusher.world.clock()
                        let answer = try await pusher.world.send(pusher.request(parcel, at: now))
                        let verdict = PushVerdict(
                            answer, to: parcel.delivery.event, from: pusher.consumer.name, at: pusher.world.clock())
                        return (index, verdict, answer.status)
                    } catch {
                        guard error != .cancelled else { return nil }
                        return (index, .retry(ConsumerProblem(error), asked: nil), nil)
                    }
                }
            }
            var found: [(Int, PushVerdict, Int?)] = []
            for await result in group { if let result { found.append(result) } }
            return found.sorted { $0.0 < $1.0 }.map { (parcels[$0.0], $0.1, $0.2) }
        }
    }

    /// Writes down what came of a batch, in one transaction with the entry of the journal.
    ///
    /// - Returns: false where somebody else has taken over: then nothing is written.
    private mutating func note(
        _ verdicts: [(Parcel, PushVerdict, Int?)], into report: inout PushReport
    ) async throws -> Bool {
        let now = clock()
        var results: [DeliveryResult] = []
        var quiet: TimeSpan?
        for (parcel, verdict, status) in verdicts {
            switch verdict {
            case .stop(let status): report.end = .stopped(status: status)
            case .retry(_, let asked): quiet = [quiet, asked].compactMap { $0 }.max()
            case .delivered, .refused: break
            }
            guard let result = result(of: verdict, for: parcel.delivery, status, at: now) else { continue }
            results.append(result)
            count(result, &report)
        }
        let repeated = try await pusher.store.write {
            [results, quiet, lease, mark, author = pusher.author, agencies = pusher.consumer.agencies, end = report.end]
            db -> [ProspectRef]? in
            guard try db.renew(lease, until: now + Pusher.leaseSpan) else { return nil }
            var repeated: [ProspectRef] = []
            for result in results {
                try db.record(result, at: now)
                guard let original = result.duplicateOf else { continue }
                let row = try db.note(
                    result.delivery.prospect, repeats: original, knownBy: agencies, by: author, at: now)
                if let row { repeated.append(row.ref) }
            }
            if let quiet { try db.setQuiet(lease.consumer, until: now + quiet) }
            if case .stopped(let status) = end { try db.stop(lease.consumer, status: status, mark: mark, at: now) }
            try db.journal(results.filter { $0.state != .waiting }, by: author, at: now)
            return repeated
        }
        report.duplicates += repeated ?? []
        return repeated != nil
    }

    private mutating func count(_ result: DeliveryResult, _ report: inout PushReport) {
        switch result.state {
        case .delivered:
            report.delivered += 1
            failuresInARow = 0
            width = min(width * 2, Pusher.width)
            return
        case .waiting: report.failed += 1
        case .dead, .dropped, .replaced: report.refused += 1
        }
        report.problem = result.problem
        failuresInARow += 1
        width = 1
    }

    /// - Returns: nil where a stop leaves the delivery as it was: the try did not count.
    private func result(
        of verdict: PushVerdict, for delivery: Delivery, _ status: Int?, at now: Instant
    ) -> DeliveryResult? {
        switch verdict {
        case .stop: return nil
        case .delivered(let receipt):
            return DeliveryResult(
                delivery, .delivered, nextAt: now, status: status, caseID: receipt.caseID,
                duplicateOf: receipt.duplicateOf)
        case .refused(let problem):
            return DeliveryResult(
                delivery, .dead, nextAt: now, status: status, problem: problem.text, pointer: problem.pointer)
        case .retry(let problem, let asked):
            // Until a person is forgotten everywhere there is no giving up.
            let rest = RetryTable.rest(
                after: delivery.attempts + 1, isEndless: delivery.type == ProspectEvent.Kind.erased.rawValue,
                random: pusher.world.random())
            guard let rest else {
                return DeliveryResult(
                    delivery, .dead, nextAt: now, status: status,
                    problem: "given up after \(delivery.attempts + 1) tries; the last: \(problem.text)",
                    pointer: problem.pointer)
            }
            return DeliveryResult(
                delivery, .waiting, nextAt: now + max(rest, asked ?? rest), status: status, problem: problem.text,
                pointer: problem.pointer)
        }
    }
}

extension Connection {
    /// One entry for what was sent: which prospects, to whom, in which revision.
    fileprivate func journal(_ results: [DeliveryResult], by author: Author, at now: Instant) throws(StoreError) {
        guard !results.isEmpty else { return }
        try append(
            JournalDraft(
                at: now, by: author, verb: "push",
                targets: results.map { result in
                    JournalTarget(
                        lead: nil, other: result.delivery.prospect.description, before: .object([]),
                        after: [
                            "consumer": .string(result.delivery.consumer), "event": .string(result.delivery.event),
                            "revision": .integer(Int64(result.delivery.revision)),
                            "state": .string(result.state.rawValue),
                        ])
                }))
    }
}
