/// Several processes crawl one database: a host's rest after the last request, and who is at work.
let schema2 = """
    ALTER TABLE host_state ADD COLUMN rest_until INTEGER NOT NULL DEFAULT 0;

    CREATE TABLE worker (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, process INTEGER NOT NULL, machine TEXT NOT NULL,
      started_at INTEGER NOT NULL, beat_at INTEGER NOT NULL, finished_at INTEGER, sources INTEGER NOT NULL,
      paused_until INTEGER, stop_asked_at INTEGER
    ) STRICT, WITHOUT ROWID;
    """
