/// What was erased, and keeps it from coming back.
let schema4Retention = """
    """
