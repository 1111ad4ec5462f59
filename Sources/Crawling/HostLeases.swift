import Fetching
import Model
import Storing

/// The hosts that this process has taken in the store, so that no other one sends requests there at the same time.
///
/// A visit takes the host of its sources and gives it back at its end. Pages of articles may lie on other hosts: those
/// are taken when the first request is about to go there, and given back when nobody of ours is on them any more.
actor HostLeases: HostRegistry {
    private struct Holding {
        var lease: HostLease
        /// Visits that need the host until they end.
        var visits = 0
        /// Requests that were let through.
        var claims = 0
        /// When the first of the host's sources is due; nil where no visit said so.
        var nextAt: Instant?
    }

    let owner: UUIDv7
    private let store: Store
    private let clock: any Timekeeper
    /// What is asked of and written to the store of one host comes one after another.
    private let turns = Turns<HostName>()
    private var holdings: [HostName: Holding] = [:]

    /// A lease outlives the longest time between two requests of one holder (30 s of rest, 30 s of transfer) with as much
    /// again to spare; a holder that was killed blocks its hosts for no longer.
    static let span = TimeSpan.seconds(120)
    private static let leastRemaining = TimeSpan.seconds(75)
    /// Another process is done with a host of ours that it only needs for a page within seconds.
    private static let patience = 10

    init(owner: UUIDv7, store: Store, clock: any Timekeeper) {
        (self.owner, self.store, self.clock) = (owner, store, clock)
    }

    // MARK: Visits

    /// Takes a host for a visit.
    ///
    /// - Returns: nil where another process has it.
    func beginVisit(of host: HostName) async throws -> LeasedHost? {
        guard await turns.take(host) else { return nil }
        do {
            let leased = try await lease(host)
            if leased != nil { holdings[host]?.visits += 1 }
            await turns.give(host)
            return leased
        } catch {
            await turns.give(host)
            throw error
        }
    }

    /// Takes up to `limit` hosts that are due, each for one visit.
    func beginVisits(_ limit: Int) async throws -> [LeasedHost] {
        let (now, owner) = (clock.now(), owner.description)
        let leased = try await store.write { db in
            try db.leaseHosts(limit, by: owner, at: now, for: HostLeases.span)
        }
        for host in leased { holdings[host.lease.host] = Holding(lease: host.lease, visits: 1) }
        return leased
    }

    /// Ends a visit; the host is free for others unless somebody of ours is still on it.
    ///
    /// - Parameter nextAt: when the first of its sources is due.
    func endVisit(of host: HostName, nextAt: Instant, _ guest: PoliteFetcher) async throws {
        holdings[host]?.visits -= 1
        holdings[host]?.nextAt = nextAt
        for other in holdings.keys where holdings[other]?.visits == 0 { try await giveBack(other, guest) }
    }

    // MARK: Requests

    func claim(_ host: HostName) async -> HostClaim {
        if let holding = holdings[host], holding.lease.until - clock.now() >= Self.leastRemaining {
            holdings[host]?.claims += 1
            return .held
        }
        for attempt in 1...Self.patience {
            guard await turns.take(host) else { return .elsewhere }
            let wasHeld = holdings[host] != nil
            // A store that fails here fails at the next commit too, and that tells of it.
            let leased = (try? await lease(host)) ?? nil
            holdings[host]?.claims += 1
            await turns.give(host)
            if let leased {
                if wasHeld { return .held }
                return .taken(restUntil: leased.row.restUntil, blockedUntil: leased.row.blockedUntil)
            }
            guard attempt < Self.patience else { break }
            do throws(CancellationError) { try await clock.sleep(for: .seconds(1)) } catch { break }
        }
        return .elsewhere
    }

    // MARK: The store

    private func lease(_ host: HostName) async throws -> LeasedHost? {
        let (now, owner) = (clock.now(), owner.description)
        let leased = try await store.write { db in
            try db.leaseHost(host, by: owner, at: now, for: HostLeases.span)
        }
        if let leased {
            holdings[host, default: Holding(lease: leased.lease)].lease = leased.lease
        } else {
            holdings[host] = nil
        }
        return leased
    }

    private func giveBack(_ host: HostName, _ guest: PoliteFetcher) async throws {
        // Not in a cancelled task: `take` would refuse, and the host would stay leased for two minutes.
        try await Task {
            guard await turns.take(host) else { return }
            let result = await freed(host, guest)
            await turns.give(host)
            try result.get()
        }.value
    }

    private func freed(_ host: HostName, _ guest: PoliteFetcher) async -> Result<Void, any Error> {
        guard let before = holdings[host], before.visits == 0 else { return .success(()) }
        let isBusy = await guest.isBusy(host)
        let (restUntil, blockedUntil) = await (guest.restEnd(of: host), guest.blockedUntil(host))
        // A request may have been let through while we asked.
        guard !isBusy, let holding = holdings[host], holding.visits == 0, holding.claims == before.claims else {
            return .success(())
        }
        holdings[host] = nil
        let release = HostRelease(
            holding.lease, restUntil: restUntil, blockedUntil: blockedUntil, nextAt: holding.nextAt)
        let (store, now) = (store, clock.now())
        do {
            try await store.write { db in try db.release(release, at: now) }
            return .success(())
        } catch {
            return .failure(error)
        }
    }
}
