public import Model

/// Whether somebody is only known to another system, or helped by it.
public enum KnownStanding: String, Hashable, Sendable, CaseIterable, SQLConvertible {
    case known, helped
}

/// A hashed key of somebody whom another system knows.
public struct KnownEntry: Hashable, Sendable {
    public var key: HashedKey
    /// The other system's own number of the case.
    public var other: String
    public var standing: KnownStanding
    /// The other system's number of the household; the same for those who live together.
    public var household: String?
    /// Who helps, by which programme, since which day.
    public var agency: String?
    public var programme: String?
    public var since: String?

    public init(
        key: HashedKey, other: String, standing: KnownStanding, household: String? = nil, agency: String? = nil,
        programme: String? = nil, since: String? = nil
    ) {
        (self.key, self.other, self.standing, self.household) = (key, other, standing, household)
        (self.agency, self.programme, self.since) = (agency, programme, since)
    }
}

/// A keyed hash of what tells a person, as the exchange shares it.
public struct HashedKey: Hashable, Sendable {
    /// Such as `person-place-hmac-v1`.
    public var scheme: String
    /// 32 bytes.
    public var value: [UInt8]
    /// Names the key of the hash without telling it.
    public var keyID: String

    public init(scheme: String, value: [UInt8], keyID: String) {
        (self.scheme, self.value, self.keyID) = (scheme, value, keyID)
    }
}

/// One who may be the same as a prospect of ours.
public struct KnownMatch: Hashable, Sendable {
    public var prospect: UUIDv7
    public var system: String
    public var other: String
    /// By which key they met.
    public var scheme: String
    public var foundAt: Instant
    /// What a person said: why it may be sent all the same.
    public var answer: String?
}

extension Connection {
    /// Replaces what we have of a system's list.
    public func setKnown(_ entries: [KnownEntry], of system: String) throws(StoreError) {
        try run("DELETE FROM known_key WHERE system = $1", system)
        for entry in entries { try addKnown(entry, of: system) }
    }

    /// Adds one entry to a system's list; the same once.
    public func addKnown(_ entry: KnownEntry, of system: String) throws(StoreError) {
        try run(
            """
            INSERT INTO known_key (scheme, value, key_id, system, other, standing, household, agency, programme, since)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING
            """, entry.key.scheme, entry.key.value, entry.key.keyID, system, entry.other, entry.standing,
            entry.household, entry.agency, entry.programme, entry.since)
    }

    /// Who is known by a key, with the system that knows.
    public func known(_ key: HashedKey) throws(StoreError) -> [(system: String, entry: KnownEntry)] {
        try rows(
            "SELECT * FROM known_key WHERE scheme = $1 AND value = $2 AND key_id = $3 ORDER BY system, other",
            key.scheme, key.value, key.keyID
        ) { row throws(StoreError) in
            (
                try row["system"],
                KnownEntry(
                    key: key, other: try row["other"], standing: try row["standing"],
                    household: try row["household"], agency: try row["agency"], programme: try row["programme"],
                    since: try row["since"])
            )
        }
    }

    /// Notes that a prospect may be one whom a system knows. What a person has answered stays.
    public func addMatch(
        _ prospect: UUIDv7, _ system: String, _ other: String, scheme: String, at now: Instant
    ) throws(StoreError) {
        try run(
            """
            INSERT INTO known_match (prospect, system, other, scheme, found_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (prospect, system, other) DO NOTHING
            """, prospect, system, other, scheme, now)
    }

    /// Matches that nobody has answered, oldest first.
    ///
    /// - Parameter prospect: nil for all.
    public func openMatches(of prospect: UUIDv7? = nil) throws(StoreError) -> [KnownMatch] {
        var filter = SQLFilter()
        filter.add("answered_at IS NULL")
        if let prospect { filter.add("prospect = $?", prospect) }
        return try rows(
            "SELECT * FROM known_match \(filter.whereClause) ORDER BY found_at, prospect, system, other",
            bind: filter.values
        ) { row throws(StoreError) in
            KnownMatch(
                prospect: try row["prospect"], system: try row["system"], other: try row["other"],
                scheme: try row["scheme"], foundAt: try row["found_at"], answer: try row["answer"])
        }
    }

    /// Notes why a prospect may be sent although others know somebody like it; identifiers in the answer are masked.
    ///
    /// - Returns: how many matches that answers.
    public func answerMatches(
        of prospect: UUIDv7, by actor: Actor, because answer: String, at now: Instant
    ) throws(StoreError) -> Int {
        try run(
            """
            UPDATE known_match SET answered_at = $2, answered_by = $3, answer = $4
            WHERE prospect = $1 AND answered_at IS NULL
            """, prospect, now, actor, masked(answer))
    }
}
