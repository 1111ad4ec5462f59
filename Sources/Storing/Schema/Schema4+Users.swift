/// Who may do what.
let schema4Users = """
    """
