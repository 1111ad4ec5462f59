/// What a squad member changes on a lead besides deciding it.
let schema4Desk = """
    """
