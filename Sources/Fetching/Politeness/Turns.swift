/// One at a time for each key, in the order of asking.
package actor Turns<Key: Hashable & Sendable> {
    private struct Waiter {
        let id: UInt64
        let answer: CheckedContinuation<Bool, Never>
    }

    private var taken: Set<Key> = []
    private var waiting: [Key: [Waiter]] = [:]
    private var lastID: UInt64 = 0

    package init() {}

    /// Returns when it is the caller's turn; each `true` wants one `give`.
    ///
    /// - Returns: false where the task is cancelled before.
    package func take(_ key: Key) async -> Bool {
        if taken.insert(key).inserted { return true }
        lastID += 1
        let id = lastID
        return await withTaskCancellationHandler {
            guard !Task.isCancelled else { return false }
            return await withCheckedContinuation { answer in
                waiting[key, default: []].append(Waiter(id: id, answer: answer))
            }
        } onCancel: {
            Task { await self.drop(id, for: key) }
        }
    }

    /// Whether somebody has the turn.
    func isTaken(_ key: Key) -> Bool { taken.contains(key) }

    /// How many wait for that key.
    func waitingCount(for key: Key) -> Int { waiting[key]?.count ?? 0 }

    /// Ends the caller's turn.
    package func give(_ key: Key) {
        guard var queue = waiting[key], !queue.isEmpty else {
            taken.remove(key)
            return
        }
        let next = queue.removeFirst()
        waiting[key] = queue.isEmpty ? nil : queue
        next.answer.resume(returning: true)
    }

    /// A waiter that was already given its turn is not here any more, and keeps it.
    private func drop(_ id: UInt64, for key: Key) {
        guard let index = waiting[key]?.firstIndex(where: { $0.id == id }) else { return }
        waiting[key]?.remove(at: index).answer.resume(returning: false)
        if waiting[key]?.isEmpty == true { waiting[key] = nil }
    }
}
