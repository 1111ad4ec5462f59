/// What was erased, and keeps it from coming back.
///
/// A target of the journal is hashed by itself, with a salt of its own: so its values can go, and the chain stays whole.
/// Entries of form 1 (before schema 4) hash the values directly.
let schema4Retention = """
    ALTER TABLE journal ADD COLUMN form INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE journal_target ADD COLUMN salt BLOB;
    ALTER TABLE journal_target ADD COLUMN digest BLOB;
    CREATE INDEX journal_target_other ON journal_target (other) WHERE other IS NOT NULL;

    ALTER TABLE lead ADD COLUMN erased_at INTEGER;

    CREATE TABLE erasure (
      number INTEGER PRIMARY KEY AUTOINCREMENT, lead INTEGER NOT NULL, prospect TEXT, ref TEXT, reason TEXT NOT NULL,
      at INTEGER NOT NULL, is_archive_clean INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX erasure_lead ON erasure (lead);

    CREATE TABLE erased_key (
      hash BLOB PRIMARY KEY, erasure INTEGER REFERENCES erasure (number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX erased_key_erasure ON erased_key (erasure) WHERE erasure IS NOT NULL;

    CREATE TABLE erased_wording (
      bits INTEGER NOT NULL, erasure INTEGER NOT NULL REFERENCES erasure (number), PRIMARY KEY (erasure, bits)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE backup (
      number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL,
      bytes INTEGER NOT NULL, is_encrypted INTEGER NOT NULL
    ) STRICT;
    """
