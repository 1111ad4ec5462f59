/// The referral legs of a prospect and what became of them.
///
/// The table of prospects is made anew, because SQLite cannot take a UNIQUE away: a group case (one event, many persons)
/// is one lead with several prospects. Foreign keys wait until the end of the transaction meanwhile. `member` is 0 for the
/// lead as a whole and 1, 2, 3, ... for the persons of a group.
let schema4Referral = """
    PRAGMA defer_foreign_keys = ON;
    CREATE TEMP TABLE prospect_before AS SELECT * FROM main.prospect;
    DROP TABLE main.prospect;
    CREATE TABLE prospect (
      id TEXT PRIMARY KEY, ref TEXT NOT NULL UNIQUE, lead INTEGER NOT NULL REFERENCES lead (id),
      is_withdrawn INTEGER NOT NULL DEFAULT 0, status TEXT NOT NULL, status_at INTEGER NOT NULL,
      revision INTEGER NOT NULL, accepted_by TEXT NOT NULL, second_reviewer TEXT, accepted_at INTEGER NOT NULL,
      sends_at INTEGER NOT NULL, sent_at INTEGER, sent_hash BLOB, updated_at INTEGER NOT NULL,
      member INTEGER NOT NULL DEFAULT 0, person_json TEXT, members INTEGER NOT NULL DEFAULT 0, closed_as TEXT,
      changed_at INTEGER NOT NULL DEFAULT 0, consent_json TEXT, edits_json TEXT, UNIQUE (lead, member)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO prospect (id, ref, lead, is_withdrawn, status, status_at, revision, accepted_by, second_reviewer,
      accepted_at, sends_at, sent_at, sent_hash, updated_at)
      SELECT id, ref, lead, is_withdrawn, status, status_at, revision, accepted_by, second_reviewer, accepted_at,
        sends_at, sent_at, sent_hash, updated_at FROM temp.prospect_before;
    DROP TABLE temp.prospect_before;
    CREATE INDEX prospect_due ON prospect (sends_at) WHERE sent_at IS NULL;
    CREATE INDEX prospect_accepted ON prospect (accepted_at);

    CREATE TABLE referral_leg (
      id TEXT PRIMARY KEY, prospect TEXT NOT NULL REFERENCES prospect (id), hop INTEGER NOT NULL, sender TEXT NOT NULL,
      agency TEXT NOT NULL, state TEXT NOT NULL, state_at INTEGER NOT NULL, reason TEXT, note TEXT, step_json TEXT,
      sent_at INTEGER, due_at INTEGER, missed INTEGER NOT NULL, case_id TEXT, outcome_json TEXT, original_json TEXT,
      UNIQUE (prospect, hop)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX referral_leg_due ON referral_leg (due_at) WHERE due_at IS NOT NULL;

    CREATE TABLE referral_change (
      id TEXT PRIMARY KEY, prospect TEXT NOT NULL REFERENCES prospect (id), state TEXT NOT NULL, at INTEGER NOT NULL,
      sender TEXT NOT NULL, received_at INTEGER NOT NULL, verdict TEXT NOT NULL, why TEXT, change_json TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX referral_change_prospect ON referral_change (prospect, received_at);
    CREATE INDEX referral_change_open ON referral_change (received_at) WHERE verdict = 'stored';

    CREATE TABLE agency (code TEXT PRIMARY KEY, agency_json TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """
