public import Fetching
public import Hashing
public import Model
import Reading
public import Storing
import Text

/// Pushes to one consumer what is new for it: one pass over what is due, for a timer.
///
/// Delivery is at least once, and once in effect: an event keeps its id and bytes, and a consumer knows it again. Who is
/// killed in the middle has written nothing wrong: what was sent and not noted is sent again.
public struct Pusher: Sendable {
    /// What the pass takes from outside.
    public struct World: Sendable {
        public var clock: @Sendable () -> Instant
        /// 0..<1, for the jitter of retries.
        public var random: @Sendable () -> Double
        public var sleep: @Sendable (TimeSpan) async throws -> Void
        public var send: @Sendable (ServiceRequest) async throws(FailureCause) -> ServiceAnswer
        /// `PROCESS@MACHINE`.
        public var owner: String
        /// Whether an owner is known to be dead.
        public var isGone: @Sendable (String) -> Bool

        public init(
            owner: String, clock: @escaping @Sendable () -> Instant, random: @escaping @Sendable () -> Double,
            sleep: @escaping @Sendable (TimeSpan) async throws -> Void,
            isGone: @escaping @Sendable (String) -> Bool,
            send: @escaping @Sendable (ServiceRequest) async throws(FailureCause) -> ServiceAnswer
        ) {
            (self.owner, self.clock, self.random, self.sleep) = (owner, clock, random, sleep)
            (self.isGone, self.send) = (isGone, send)
        }
    }

    let store: Store
    let consumer: Consumer
    let secret: WebhookSecret
    private let client: ClientSecret?
    let author: Author
    let world: World
    private let dispatcher: Dispatcher

    /// Tries at one time, once the consumer takes them: each has a round trip of its own.
    static let width = 8
    /// So many failures in a row end the pass: a consumer that is down, or refuses all, is not asked 10,000 times.
    static let failureLimit = 10
    /// A try takes at most 20 s; a lease is renewed with each batch.
    static let leaseSpan = TimeSpan.seconds(60)

    /// - Parameters:
    ///   - client: who we are where the consumer asks for tokens; `world.send` carries them.
    ///   - makeID: the ids of events; fresh and never repeated.
    public init(
        store: Store, consumer: Consumer, secret: WebhookSecret, client: ClientSecret? = nil,
        settings: RecordSettings,
        catalogue: ProgrammeCatalogue, author: Author, world: World,
        makeID: @escaping @Sendable (Instant) -> UUIDv7 = { UUIDv7(at: $0, random: randomBytes(10)) }
    ) {
        (self.store, self.consumer, self.secret, self.author) = (store, consumer, secret, author)
        (self.client, self.world) = (client, world)
        dispatcher = Dispatcher(settings: settings, catalogue: catalogue, makeID: makeID)
    }

    /// One pass.
    ///
    /// - Parameters:
    ///   - limit: the most events that are tried; nil for all that are due.
    ///   - patience: how long the pass waits for what becomes due meanwhile; a retry after 5 s then needs no second pass.
    /// - Throws: `StoreError`; a failure of the consumer is a part of the report.
    public func run(limit: Int? = nil, patience: TimeSpan = .seconds(15)) async throws -> PushReport {
        var report = PushReport(consumer: consumer.name)
        let name = consumer.name
        let claim = try await store.write { [world] db in
            try db.claimEndpoint(
                name, by: world.owner, at: world.clock(), for: Self.leaseSpan, isGone: world.isGone)
        }
        guard case .taken(let lease) = claim else {
            if case .held(let other, _) = claim { report.end = .busy(by: other) }
            return try await finished(report)
        }
        let addresses = [consumer.address, consumer.tokenAddress].compactMap { $0?.href }.joined(separator: " ")
        let mark = Digest(of: secret.mark + (client?.mark ?? []) + Array(addresses.utf8)).bytes
        let endpoint = try await store.read { db in try db.endpoint(name) }
        if let status = endpoint?.stopStatus {
            if endpoint?.stopMark == mark {
                report.end = .stopped(status: status)
            } else {
                // The operator has written another secret or address: that is why it was stopped.
                try await store.write { db in try db.resume(name) }
            }
        }
        report.dispatch = try await dispatcher.run(on: store, at: world.clock())
        report.queued = try await Queue(consumer: consumer).fill(store, at: world.clock())
        if report.end == .finished {
            var pass = PushPass(pusher: self, lease: lease, mark: mark, left: limit ?? .max, patience: patience)
            try await pass.run(&report)
        }
        if report.end != .leaseLost { try await store.write { db in try db.release(lease) } }
        return try await finished(report)
    }

    /// What a pass would try now, without sending or writing anything.
    public func due(limit: Int) async throws -> [Delivery] {
        let now = world.clock()
        return try await store.read { [name = consumer.name] db in
            try db.parcels(for: name, at: now, limit: limit).map(\.delivery)
        }
    }

    private func finished(_ report: PushReport) async throws -> PushReport {
        var report = report
        let now = world.clock()
        (report.counts, report.nextAt) = try await store.read { [name = consumer.name] db in
            (try db.deliveryCounts(for: name, at: now), try db.nextDelivery(for: name))
        }
        return report
    }

    /// One request with the exact bytes of one event.
    func request(_ parcel: Parcel, at now: Instant) -> ServiceRequest {
        let id = parcel.delivery.event
        return ServiceRequest(
            "/v1/events", message: parcel.body,
            fields: [
                .init("Content-Type", "application/cloudevents+json"), .init("webhook-id", id),
                .init("webhook-timestamp", "\(now.seconds)"),
                .init("webhook-signature", secret.signature(of: parcel.body, id: id, at: now)),
                // A structured field, so the quotes belong to it.
                .init("Idempotency-Key", "\"\(id)\""),
            ])
    }
}
