// Reviewing
