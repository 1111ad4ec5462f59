/// Who may do what.
let schema4Users = """
    CREATE TABLE app_user (
      name TEXT PRIMARY KEY, unix_user TEXT NOT NULL UNIQUE, roles TEXT NOT NULL, is_disabled INTEGER NOT NULL,
      added_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE lead ADD COLUMN awaits_after TEXT;
    CREATE INDEX lead_awaiting ON lead (awaits_after) WHERE awaits_after IS NOT NULL;

    CREATE INDEX article_retrieved ON article (retrieved_at);
    """
