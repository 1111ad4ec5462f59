import Model
import Reading

/// Finds the copy of robots.txt that counts for an address: from memory, from the shelf, or from the site.
actor RobotsKeeper {
    private let shelf: any RobotsShelf
    private let clock: any Timekeeper
    /// Parsed copies of this run; the shelf would parse them anew each time.
    private let memory = RobotsMemory()
    /// So that ten articles of a site ask for its robots.txt once.
    private let turns = Turns<String>()

    init(shelf: any RobotsShelf, clock: any Timekeeper) { (self.shelf, self.clock) = (shelf, clock) }

    /// - Throws: where no server could be reached, and where the task is cancelled.
    func copy(
        for url: WebURL, fetch: (FetchRequest) async throws(FetchFailure) -> FetchResponse
    ) async throws(FetchFailure) -> RobotsCopy {
        let origin = url.origin
        if let copy = await memory.copy(for: origin), copy.isFresh(at: clock.now()) { return copy }
        guard await turns.take(origin) else { throw FetchFailure(.cancelled, at: url) }
        let result = await freshCopy(for: url, origin: origin, fetch: fetch)
        await turns.give(origin)
        return try result.get()
    }

    private func freshCopy(
        for url: WebURL, origin: String, fetch: (FetchRequest) async throws(FetchFailure) -> FetchResponse
    ) async -> Result<RobotsCopy, FetchFailure> {
        let now = clock.now()
        if let copy = await memory.copy(for: origin), copy.isFresh(at: now) { return .success(copy) }
        if let copy = await shelf.copy(for: origin), copy.isFresh(at: now) {
            await memory.keep(copy)
            return .success(copy)
        }
        guard let place = url.resolving("/robots.txt") else { return .failure(FetchFailure(.invalidURL, at: url)) }
        let copy: RobotsCopy
        do throws(FetchFailure) {
            let response = try await fetch(FetchRequest(place.withoutCredentials, as: .robots))
            copy = RobotsCopy(origin: origin, response: response, at: clock.now())
        } catch {
            guard let failed = RobotsCopy(origin: origin, failure: error, at: clock.now()) else {
                return .failure(error)
            }
            copy = failed
        }
        await memory.keep(copy)
        await shelf.keep(copy)
        return .success(copy)
    }
}
