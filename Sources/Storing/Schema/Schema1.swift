/// The first schema. Times are milliseconds since 1970; `..._json` columns hold versioned JSON of our own codecs.
/// The hot tables stay small: texts lie in a table of their own, histories are bounded.
let schema1 = """
    CREATE TABLE source_state (
      source TEXT PRIMARY KEY, host TEXT NOT NULL, next_at INTEGER NOT NULL, failures REAL NOT NULL,
      etag TEXT, last_modified TEXT, body_hash TEXT, rest_json TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX source_state_due ON source_state (host, next_at);

    CREATE TABLE host_state (
      host TEXT PRIMARY KEY, next_at INTEGER NOT NULL, blocked_until INTEGER NOT NULL, rest_json TEXT NOT NULL,
      lease_owner TEXT, lease_until INTEGER NOT NULL DEFAULT 0, attempt INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX host_state_due ON host_state (next_at);

    CREATE TABLE fetch_history (
      source TEXT NOT NULL, at INTEGER NOT NULL, outcome TEXT NOT NULL, status INTEGER, bytes INTEGER NOT NULL,
      milliseconds INTEGER NOT NULL, new INTEGER NOT NULL, known INTEGER NOT NULL, next_at INTEGER NOT NULL,
      PRIMARY KEY (source, at)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE robots (
      host TEXT PRIMARY KEY, verdict TEXT NOT NULL, status INTEGER, body TEXT NOT NULL, fetched_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE crawl_run (
      id INTEGER PRIMARY KEY AUTOINCREMENT, started_at INTEGER NOT NULL, ended_at INTEGER, new INTEGER NOT NULL,
      flagged INTEGER NOT NULL, failed INTEGER NOT NULL, total INTEGER NOT NULL, summary_json TEXT NOT NULL
    ) STRICT;

    CREATE TABLE article (
      id INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT NULL, outlet TEXT NOT NULL, url TEXT NOT NULL,
      canonical_url TEXT NOT NULL, guid TEXT, title TEXT NOT NULL, title_key BLOB NOT NULL, content_hash BLOB NOT NULL,
      fingerprint INTEGER, author TEXT, published_at INTEGER, published_offset INTEGER, published_precision TEXT,
      published_origin TEXT, retrieved_at INTEGER NOT NULL, language TEXT NOT NULL, extent TEXT NOT NULL,
      status INTEGER NOT NULL, content_type TEXT, etag TEXT, raw_sha256 TEXT NOT NULL, raw_bytes INTEGER NOT NULL,
      revision INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE UNIQUE INDEX article_url ON article (canonical_url);
    CREATE INDEX article_guid ON article (source, guid) WHERE guid IS NOT NULL;
    CREATE INDEX article_title ON article (outlet, title_key, published_at);
    CREATE INDEX article_content ON article (outlet, content_hash);

    CREATE TABLE article_text (
      article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE, text TEXT NOT NULL
    ) STRICT;

    CREATE TABLE article_alias (
      canonical_url TEXT PRIMARY KEY, article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX article_alias_article ON article_alias (article);

    CREATE TABLE lead (
      id INTEGER PRIMARY KEY AUTOINCREMENT, state TEXT NOT NULL, standing_json TEXT NOT NULL, wake_at INTEGER,
      claimed_by TEXT, claimed_until INTEGER NOT NULL DEFAULT 0, version INTEGER NOT NULL,
      first_seen_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, headline TEXT NOT NULL, language TEXT NOT NULL,
      urgency TEXT NOT NULL, urgency_rank INTEGER NOT NULL, score INTEGER NOT NULL, threshold INTEGER NOT NULL,
      kind TEXT NOT NULL, is_protected INTEGER NOT NULL, has_minor INTEGER NOT NULL, state_code TEXT, district_code TEXT,
      place TEXT, needs TEXT NOT NULL, sources TEXT NOT NULL, articles INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX lead_queue ON lead (state, urgency_rank, score DESC, first_seen_at, id);
    CREATE INDEX lead_score ON lead (state, score DESC, first_seen_at, id);
    CREATE INDEX lead_age ON lead (state, first_seen_at, id);
    CREATE INDEX lead_wake ON lead (wake_at) WHERE wake_at IS NOT NULL;
    CREATE INDEX lead_claim ON lead (claimed_by) WHERE claimed_by IS NOT NULL;

    CREATE TABLE lead_detail (
      lead INTEGER PRIMARY KEY REFERENCES lead (id), score_json TEXT NOT NULL, identification_json TEXT NOT NULL
    ) STRICT;

    CREATE TABLE lead_article (
      article INTEGER PRIMARY KEY REFERENCES article (id), lead INTEGER NOT NULL REFERENCES lead (id),
      joined TEXT NOT NULL, score INTEGER NOT NULL, urgency_rank INTEGER NOT NULL, score_json TEXT NOT NULL
    ) STRICT;
    CREATE INDEX lead_article_lead ON lead_article (lead, score DESC);

    CREATE TABLE lead_need (
      need TEXT NOT NULL, lead INTEGER NOT NULL REFERENCES lead (id), PRIMARY KEY (need, lead)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX lead_need_lead ON lead_need (lead);

    CREATE TABLE lead_source (
      source TEXT NOT NULL, lead INTEGER NOT NULL REFERENCES lead (id), PRIMARY KEY (source, lead)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX lead_source_lead ON lead_source (lead);

    CREATE TABLE lead_key (
      hash BLOB NOT NULL, lead INTEGER NOT NULL REFERENCES lead (id), PRIMARY KEY (hash, lead)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX lead_key_lead ON lead_key (lead);

    CREATE TABLE lead_note (
      id INTEGER PRIMARY KEY AUTOINCREMENT, lead INTEGER NOT NULL REFERENCES lead (id), entry INTEGER NOT NULL,
      at INTEGER NOT NULL, actor TEXT NOT NULL, text TEXT NOT NULL, is_undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX lead_note_lead ON lead_note (lead, id);
    CREATE INDEX lead_note_entry ON lead_note (entry);

    CREATE TABLE journal (
      entry INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, unix_user TEXT NOT NULL, via TEXT NOT NULL,
      verb TEXT NOT NULL, reason TEXT, undoes INTEGER, root INTEGER, previous BLOB NOT NULL, hash BLOB NOT NULL
    ) STRICT;
    CREATE INDEX journal_at ON journal (at);
    CREATE INDEX journal_actor ON journal (actor, entry);
    CREATE INDEX journal_root ON journal (root, entry) WHERE root IS NOT NULL;

    CREATE TABLE journal_target (
      entry INTEGER NOT NULL REFERENCES journal (entry), position INTEGER NOT NULL, lead INTEGER, other TEXT,
      before_json TEXT NOT NULL, after_json TEXT NOT NULL, PRIMARY KEY (entry, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX journal_target_lead ON journal_target (lead, entry);

    CREATE TABLE journal_head (
      only INTEGER PRIMARY KEY CHECK (only = 1), entry INTEGER NOT NULL, hash BLOB NOT NULL, seal BLOB NOT NULL
    ) STRICT;

    CREATE TABLE prospect (
      id TEXT PRIMARY KEY, ref TEXT NOT NULL UNIQUE, lead INTEGER NOT NULL UNIQUE REFERENCES lead (id),
      is_withdrawn INTEGER NOT NULL DEFAULT 0, status TEXT NOT NULL, status_at INTEGER NOT NULL,
      revision INTEGER NOT NULL, accepted_by TEXT NOT NULL, second_reviewer TEXT, accepted_at INTEGER NOT NULL,
      sends_at INTEGER NOT NULL, sent_at INTEGER, sent_hash BLOB, updated_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX prospect_due ON prospect (sends_at) WHERE sent_at IS NULL;
    CREATE INDEX prospect_accepted ON prospect (accepted_at);

    CREATE TABLE outbox (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL UNIQUE, prospect TEXT NOT NULL REFERENCES prospect (id),
      revision INTEGER NOT NULL, type TEXT NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL
    ) STRICT;
    CREATE INDEX outbox_prospect ON outbox (prospect, sequence);

    CREATE TABLE consumer (
      name TEXT PRIMARY KEY, cursor INTEGER NOT NULL, moved_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE export (
      id TEXT PRIMARY KEY, consumer TEXT NOT NULL, created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
      after_sequence INTEGER NOT NULL, through_sequence INTEGER NOT NULL, records INTEGER NOT NULL,
      manifest TEXT NOT NULL, manifest_sha256 TEXT NOT NULL, confirmed_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX export_consumer ON export (consumer, created_at);
    """
