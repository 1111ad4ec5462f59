/// What was pushed to whom, and what failed.
let schema4Delivery = """
    """
