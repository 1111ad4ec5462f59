/// What a prospect repeats in another system, and what a caseworker notes besides who and where: how the people can be
/// reached, and which programmes to check. All of it is personal data, and goes when the case is erased.
let schema5Referral = """
    ALTER TABLE prospect ADD COLUMN original_json TEXT;
    ALTER TABLE lead_edit ADD COLUMN contact_json TEXT;
    ALTER TABLE lead_edit ADD COLUMN programmes TEXT;
    """
