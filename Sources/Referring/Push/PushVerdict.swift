import Fetching
import Model
import Text

/// What one answer to one event means (contract, section 4b). Pure: the one place where the statuses stand.
enum PushVerdict: Hashable {
    case delivered(Acknowledgement)
    /// Try again; `asked` is the rest that the consumer wants for everything we send it.
    case retry(ConsumerProblem, asked: TimeSpan?)
    /// The event will never be taken as it is.
    case refused(ConsumerProblem)
    /// Nothing more may be pushed until a person has looked: our secret, our right or the address is gone. People are never
    /// dead letters because a key ran out.
    case stop(status: Int)

    /// - Parameters:
    ///   - event: the id that an acknowledgement must name.
    ///   - consumer: who answered.
    init(_ answer: ServiceAnswer, to event: String, from consumer: String, at now: Instant) {
        let body: JSONValue?
        // What is no JSON names no event; the status alone counts then.
        do { body = try JSONValue(parsing: answer.body, maximumDepth: 20) } catch { body = nil }
        guard answer.status != 207 else {
            let result = body?["results"]?.items?.first { $0["id"]?.string == event }
            self.init(
                status: result?["status"]?.integer.flatMap { Int(exactly: $0) } ?? 207, receipt: result?["receipt"],
                problem: result?["problem"], event: event, consumer: consumer, asked: nil)
            return
        }
        self.init(
            status: answer.status, receipt: body, problem: body, event: event, consumer: consumer,
            asked: RetryTable.askedRest(answer, at: now))
    }

    private init(
        status: Int, receipt: JSONValue?, problem: JSONValue?, event: String, consumer: String, asked: TimeSpan?
    ) {
        switch status {
        case 200...299:
            if let acknowledgement = Acknowledgement(receipt, of: event, from: consumer) {
                self = .delivered(acknowledgement)
            } else {
                self = .retry(.unnamed(status: status), asked: nil)
            }
        case 401, 403, 410: self = .stop(status: status)
        case 408, 409, 425, 429, 500...599: self = .retry(ConsumerProblem(status: status, problem), asked: asked)
        // A redirect would take the record to a place that nobody wrote down.
        case 300...399: self = .retry(.redirect(status: status), asked: nil)
        case _: self = .refused(ConsumerProblem(status: status, problem))
        }
    }
}

extension ConsumerProblem {
    fileprivate static func unnamed(status: Int) -> ConsumerProblem {
        var problem = ConsumerProblem(status: status, nil)
        problem.text += ": the answer does not name the event, so nothing says that it was stored"
        return problem
    }

    fileprivate static func redirect(status: Int) -> ConsumerProblem {
        var problem = ConsumerProblem(status: status, nil)
        problem.text += ": a redirect, which is not followed; write the new address into consumers.yaml"
        return problem
    }

    /// No answer came.
    init(_ cause: FailureCause) {
        text = printable("no answer: \(cause.text(in: .english))", limit: 300)
        pointer = nil
    }
}
