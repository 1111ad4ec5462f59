import Model
import Storing
import Text

/// Puts the events of the outbox into a consumer's queue, each in the form that it may have.
struct Queue: Sendable {
    let consumer: Consumer
    /// An event is about 10 kB and is read as JSON: a transaction of so many takes a tenth of a second.
    private static let page = 200

    /// - Returns: how many events came in.
    func fill(_ store: Store, at now: Instant) async throws -> Int {
        var count = 0
        while true {
            let added = try await store.write { db in try fillPage(db, at: now) }
            count += added
            if added < Queue.page { return count }
        }
    }

    private func fillPage(_ db: Connection, at now: Instant) throws -> Int {
        let start = try db.endpoint(consumer.name)?.queuedThrough ?? 0
        let events = try db.events(after: start, limit: Queue.page)
        for event in events {
            let json = try JSONValue(parsing: event.body)
            let form = consumer.form(of: event.body, json)
            try db.queue(
                event, for: consumer.name, as: form.id, body: form.isThin ? form.bytes : nil,
                dueAt: event.at + clock(json), at: now)
        }
        if let last = events.last { try db.setQueued(through: last.sequence, for: consumer.name) }
        return events.count
    }

    /// Within that time a system acknowledges (taxonomies, `referred`); hours as they pass, which is never later than
    /// working hours.
    private func clock(_ event: JSONValue) -> TimeSpan {
        switch event["data"]?["urgency"]?["level"]?.string {
        case "emergency": .hours(1)
        case "urgent": .hours(4)
        default: .hours(8)
        }
    }
}
