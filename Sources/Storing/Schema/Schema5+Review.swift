/// What agencies gave back stands first in the queue of review, so it is found at every paint of the screen.
let schema5Review = """
    CREATE INDEX prospect_status ON prospect (status, lead);
    """
