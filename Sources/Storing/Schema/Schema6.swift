/// A sum of points reads otherwise below 10 and above 60 (`Score.value(of:)`): what was written by the old reading is worked
/// out again, so that old and new leads stand in one queue. The rules are not asked again; `pantau lead rescore` does that.
let schema6 = """
    UPDATE lead_article SET score = \(newValue) FROM (SELECT article AS of, \(sum) AS raw FROM lead_article) AS found
      WHERE found.of = lead_article.article AND raw IS NOT NULL;
    UPDATE lead SET score = \(newValue) FROM (SELECT lead AS of, \(sum) AS raw FROM lead_detail) AS found
      WHERE found.of = lead.id AND raw IS NOT NULL;
    UPDATE lead SET standing_json = json_set(standing_json, '$.snoozed_score', 60 + (snoozed - 60) * 11 / 19)
      FROM (
        SELECT id AS of, CASE WHEN json_valid(standing_json) THEN json_extract(standing_json, '$.snoozed_score') END AS snoozed
        FROM lead
      ) AS found
      WHERE found.of = lead.id AND snoozed > 60;
    """

/// What was erased has none.
private let sum = "CASE WHEN json_valid(score_json) THEN json_extract(score_json, '$.raw') END"

/// The reading of version 6, which must not change with a later one.
private let newValue = """
    CASE WHEN raw < 10 THEN max(0, (raw + 60) / 7) WHEN raw <= 60 THEN raw ELSE min(100, 60 + (raw - 60) * 8 / 19) END
    """
