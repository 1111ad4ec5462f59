/// The referral legs of a prospect and what became of them.
let schema4Referral = """
    """
