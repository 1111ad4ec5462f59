public import Model
import Text

extension Connection {
    /// Everybody who is registered, also the disabled, by name.
    public func users() throws(StoreError) -> [User] {
        try rows("SELECT * FROM app_user ORDER BY name", make: User.init)
    }

    /// Whether anybody is registered: then what one may do depends on who one is.
    public func hasUsers() throws(StoreError) -> Bool {
        try value("SELECT EXISTS (SELECT 1 FROM app_user)") ?? false
    }

    /// Registers users or changes them, with one entry of the journal that tells what each was and is.
    ///
    /// - Parameter verb: such as `user.add`.
    @discardableResult
    public func save(
        _ users: [User], verb: String, by author: Author, at now: Instant
    ) throws(StoreError) -> JournalEntry {
        let known = try self.users()
        var targets: [JournalTarget] = []
        for user in users {
            let before = known.first { $0.name == user.name }
            targets.append(
                JournalTarget(
                    lead: nil, other: user.name.name, before: before?.record ?? .object([]), after: user.record))
            try run(
                """
                INSERT INTO app_user (name, unix_user, roles, is_disabled, added_at) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (name) DO UPDATE SET unix_user = excluded.unix_user, roles = excluded.roles,
                  is_disabled = excluded.is_disabled
                """, user.name, user.unixUser, user.roles.codes, user.isDisabled, now)
        }
        return try append(JournalDraft(at: now, by: author, verb: verb, targets: targets))
    }
}

extension User {
    init(_ row: Row) throws(StoreError) {
        let codes: String = try row["roles"]
        self.init(
            name: try row["name"], unixUser: try row["unix_user"],
            // A role that this program does not know gives nothing.
            roles: Set(codes.split(separator: ",").compactMap { Role(rawValue: String($0)) }),
            isDisabled: try row["is_disabled"])
    }

    /// As the journal keeps it.
    fileprivate var record: JSONValue {
        [
            "unix_user": .string(unixUser), "roles": .array(roles.sorted().map { .string($0.rawValue) }),
            "disabled": .bool(isDisabled),
        ]
    }
}

extension Set<Role> {
    fileprivate var codes: String { sorted().map(\.rawValue).joined(separator: ",") }
}
