import Glibc
public import Model

/// A process that crawls now, as it says itself every few seconds.
public struct Worker: Hashable, Sendable {
    /// What it does: one pass that ends by itself, or a service.
    public enum Kind: String, Hashable, Sendable, CaseIterable { case crawl, run }

    /// Also the owner of its leases.
    public let id: UUIDv7
    public var kind: Kind
    /// The process id on `machine`.
    public var process: Int32
    public var machine: String
    public var startedAt: Instant
    /// When it last said that it lives.
    public var beatAt: Instant
    /// When it last finished a source, whatever came of it; nil where it has not yet.
    public var finishedAt: Instant?
    /// Sources finished since it started.
    public var sources: Int
    /// Until when it waits because our own line is down; nil where it does not.
    public var pausedUntil: Instant?
    /// When somebody asked it to stop; nil where nobody did.
    public var stopAskedAt: Instant?

    public init(id: UUIDv7, kind: Kind, process: Int32, machine: String, at now: Instant) {
        (self.id, self.kind, self.process, self.machine) = (id, kind, process, machine)
        (startedAt, beatAt, sources) = (now, now, 0)
    }

    /// A beat comes every 5 s; a process that missed so many hangs, or was killed.
    public static let longestSilence = TimeSpan.seconds(60)

    /// Whether it gave a sign of life lately.
    public func isAlive(at now: Instant) -> Bool { now - beatAt <= Self.longestSilence }
}

extension Worker {
    /// This process, under an id of its own for every crawl.
    public static func ofThisProcess(_ kind: Kind, at now: Instant) -> Worker {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<10).map { _ in UInt8.random(in: 0...255, using: &random) }
        return Worker(
            id: UUIDv7(at: now, random: bytes), kind: kind, process: getpid(), machine: machineName(), at: now)
    }
}
