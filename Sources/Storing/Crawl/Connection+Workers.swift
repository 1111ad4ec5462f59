public import Model

extension Connection {
    /// Writes down how a worker fares; the first time makes it known.
    ///
    /// - Returns: when somebody asked it to stop; nil where nobody did.
    public func beat(_ worker: Worker) throws(StoreError) -> Instant? {
        try first(
            """
            INSERT INTO worker (id, kind, process, machine, started_at, beat_at, finished_at, sources, paused_until)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (id) DO UPDATE SET beat_at = excluded.beat_at, finished_at = excluded.finished_at,
              sources = excluded.sources, paused_until = excluded.paused_until RETURNING *
            """, worker.id, worker.kind, Int64(worker.process), worker.machine, worker.startedAt, worker.beatAt,
            worker.finishedAt, worker.sources, worker.pausedUntil, make: Worker.init
        )?.stopAskedAt
    }

    /// A worker that ends says so; its leases end with it.
    public func resign(_ worker: UUIDv7) throws(StoreError) {
        try run("DELETE FROM worker WHERE id = $1", worker)
        try run("UPDATE host_state SET lease_owner = NULL, lease_until = 0 WHERE lease_owner = $1", worker)
    }

    /// Frees every host: for a crawl that has the database for itself (see ``CrawlLock``), after one that was killed.
    public func endLeases() throws(StoreError) {
        try run("DELETE FROM worker")
        try run("UPDATE host_state SET lease_owner = NULL, lease_until = 0 WHERE lease_owner IS NOT NULL")
    }

    /// All that have not ended, the oldest first. Those that were killed stay for a day.
    public func workers() throws(StoreError) -> [Worker] {
        try rows("SELECT * FROM worker ORDER BY started_at, id", make: Worker.init)
    }

    /// Asks all workers to stop; each does at its next beat.
    public func askWorkersToStop(at now: Instant) throws(StoreError) {
        try run("UPDATE worker SET stop_asked_at = $1 WHERE stop_asked_at IS NULL", now)
    }

    /// Forgets workers of whom nothing was heard since.
    public func removeWorkers(silentSince time: Instant) throws(StoreError) {
        try run("DELETE FROM worker WHERE beat_at < $1", time)
    }
}

extension Worker.Kind: SQLConvertible {}

extension Worker {
    fileprivate init(_ row: Row) throws(StoreError) {
        self.init(
            id: try row["id"], kind: try row["kind"], process: Int32(clamping: try row["process"] as Int64),
            machine: try row["machine"], at: try row["started_at"])
        (beatAt, finishedAt, sources) = (try row["beat_at"], try row["finished_at"], try row["sources"])
        (pausedUntil, stopAskedAt) = (try row["paused_until"], try row["stop_asked_at"])
    }
}
