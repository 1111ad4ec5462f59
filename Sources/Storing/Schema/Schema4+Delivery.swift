/// What was pushed to whom, and what failed. A delivery's `body` is null where it is that of the event in the outbox: what
/// is erased there is erased everywhere. A thin body tells no person.
let schema4Delivery = """
    ALTER TABLE export ADD COLUMN is_sealed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE export ADD COLUMN plain_reason TEXT;

    CREATE TABLE endpoint (
      consumer TEXT PRIMARY KEY, queued_through INTEGER NOT NULL DEFAULT 0, quiet_until INTEGER NOT NULL DEFAULT 0,
      stop_status INTEGER, stopped_at INTEGER, stop_mark BLOB, lease_owner TEXT, lease_until INTEGER NOT NULL DEFAULT 0,
      attempt INTEGER NOT NULL DEFAULT 0, feed_cursor TEXT, feed_etag TEXT, feed_at INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE delivery (
      consumer TEXT NOT NULL, sequence INTEGER NOT NULL, event TEXT NOT NULL, prospect TEXT NOT NULL,
      revision INTEGER NOT NULL, type TEXT NOT NULL, body BLOB, state TEXT NOT NULL, attempts INTEGER NOT NULL,
      queued_at INTEGER NOT NULL, next_at INTEGER NOT NULL, due_at INTEGER NOT NULL, last_at INTEGER,
      last_status INTEGER, last_problem TEXT, pointer TEXT, ended_at INTEGER, case_id TEXT, duplicate_of TEXT,
      drop_reason TEXT, PRIMARY KEY (consumer, sequence)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX delivery_waiting ON delivery (consumer, next_at, sequence) WHERE state = 'waiting';
    CREATE INDEX delivery_dead ON delivery (consumer, sequence) WHERE state = 'dead';
    CREATE INDEX delivery_prospect ON delivery (prospect, consumer, sequence);
    CREATE INDEX delivery_event ON delivery (event);

    CREATE TABLE refused_change (
      consumer TEXT NOT NULL, change_json TEXT NOT NULL, at INTEGER NOT NULL, problem TEXT NOT NULL,
      PRIMARY KEY (consumer, change_json)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE known_key (
      scheme TEXT NOT NULL, value BLOB NOT NULL, key_id TEXT NOT NULL, system TEXT NOT NULL, other TEXT NOT NULL,
      standing TEXT NOT NULL, household TEXT, agency TEXT, programme TEXT, since TEXT,
      PRIMARY KEY (scheme, value, key_id, system, other)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX known_key_system ON known_key (system);
    CREATE INDEX known_key_household ON known_key (system, household) WHERE household IS NOT NULL;

    CREATE TABLE known_match (
      prospect TEXT NOT NULL, system TEXT NOT NULL, other TEXT NOT NULL, scheme TEXT NOT NULL, found_at INTEGER NOT NULL,
      answered_at INTEGER, answered_by TEXT, answer TEXT, PRIMARY KEY (prospect, system, other)
    ) STRICT, WITHOUT ROWID;
    """
