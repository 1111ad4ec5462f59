/// What a squad member changes on a lead besides deciding it.
///
/// An article of a merged lead belongs to the lead that lives on (`lead`) and knows where it came from (`home`), so that
/// it can be given back. What a person wrote about who and where stands in a table of its own: it is personal data, and
/// the standing of a lead, which the journal keeps, has its number only.
let schema4Desk = """
    ALTER TABLE lead ADD COLUMN assignee TEXT;
    CREATE INDEX lead_assignee ON lead (assignee) WHERE assignee IS NOT NULL;

    ALTER TABLE lead_article ADD COLUMN home INTEGER;
    CREATE INDEX lead_article_home ON lead_article (home) WHERE home IS NOT NULL;

    CREATE TABLE lead_merge (
      lead INTEGER PRIMARY KEY REFERENCES lead (id), parent INTEGER NOT NULL REFERENCES lead (id),
      root INTEGER NOT NULL REFERENCES lead (id)
    ) STRICT;
    CREATE INDEX lead_merge_parent ON lead_merge (parent);
    CREATE INDEX lead_merge_root ON lead_merge (root);

    CREATE TABLE lead_label (
      label TEXT NOT NULL, lead INTEGER NOT NULL REFERENCES lead (id), PRIMARY KEY (label, lead)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX lead_label_lead ON lead_label (lead);

    CREATE TABLE lead_edit (
      id INTEGER PRIMARY KEY AUTOINCREMENT, lead INTEGER NOT NULL REFERENCES lead (id), at INTEGER NOT NULL,
      actor TEXT NOT NULL, identification_json TEXT NOT NULL, summary TEXT
    ) STRICT;
    CREATE INDEX lead_edit_lead ON lead_edit (lead);

    CREATE TABLE lead_rescore (
      entry INTEGER NOT NULL REFERENCES journal (entry),
      article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE, before_json TEXT NOT NULL,
      after_json TEXT NOT NULL, PRIMARY KEY (entry, article)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX lead_rescore_article ON lead_rescore (article);
    """
