/// Why an article joined its lead, and the leads that may be of one case with another.
let schema3 = """
    ALTER TABLE lead_article ADD COLUMN facts_json TEXT NOT NULL DEFAULT '[]';

    CREATE TABLE lead_offer (
      lead INTEGER NOT NULL REFERENCES lead (id), other INTEGER NOT NULL REFERENCES lead (id), reason TEXT NOT NULL,
      tenths INTEGER NOT NULL, facts_json TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (lead, other)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX lead_offer_other ON lead_offer (other);
    """
