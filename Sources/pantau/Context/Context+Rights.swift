import Model
import Storing

extension Context {
    /// The same context with the rights of whoever runs the command. The one door to the database: ``store(_:)`` opens
    /// for nobody who has not come through here, and `PantauCommand` sends every command through it.
    ///
    /// - Throws: `CommandFailure` where the person may not do this; it is journaled.
    func admitted(to permission: Permission) async throws -> Context {
        // Help must come also where nobody is registered, or the database cannot be read.
        guard permission != .free else { return self }
        var admitted = self
        let users = try registeredUsers()
        do throws(RightsRefusal) {
            let rights = try Rights(of: unixUser, as: asked, otherwise: actor, among: users)
            (admitted.rights, admitted.actor) = (rights, rights.actor)
        } catch {
            throw await refusal(of: permission, Message(error, admin: users.admin))
        }
        try await admitted.require(permission)
        return admitted
    }

    /// Whether whoever runs the command may also do this.
    func allows(_ permission: Permission) -> Bool { rights?.allows(permission) ?? false }

    /// Nobody is registered here: one person does everything, and names of others are only typed.
    var isOneDesk: Bool { rights?.isOneDesk ?? true }

    /// What a command needs besides its own permission, as for a flag.
    ///
    /// - Throws: `CommandFailure` where the person may not do this; it is journaled.
    func require(_ permission: Permission) async throws {
        guard !allows(permission) else { return }
        let users = try registeredUsers()
        let roles = users.first { $0.name == actor }?.roles ?? []
        throw await refusal(of: permission, .notPermitted(actor, roles, permission, admin: users.admin))
    }

    /// Leads go to people who can decide on them: a name that is mistyped would hide a lead from everybody.
    ///
    /// - Throws: `CommandFailure` that lists who there is, where people are registered and this one is none of those.
    func requireColleague(_ name: Actor) throws {
        guard !isOneDesk else { return }
        let able = try registeredUsers().filter { user in
            !user.isDisabled && user.roles.contains { $0.permissions.contains(.decide) }
        }
        guard !able.contains(where: { $0.name == name }) else { return }
        throw CommandFailure(.noColleague(name, among: able.map(\.name)))
    }

    private func registeredUsers() throws -> [User] {
        // Without a home there is no database in which anybody could be registered.
        try knownDatabasePath.map(Store.users(ofDatabase:)) ?? []
    }

    /// Journals that somebody was refused, also with `--read-only`: a flag must not hide who tried.
    private func refusal(of permission: Permission, _ message: Message) async -> CommandFailure {
        let (author, now) = (author, now)
        do {
            try await Store.open(try databasePath(), mode: .write).write { db in
                try db.append(
                    JournalDraft(at: now, by: author, verb: "refused", reason: permission.rawValue, targets: []))
            }
        } catch let error as StoreError {
            output.note(Message(error))
        } catch {
            output.note(.databaseFault("\(error)"))
        }
        return CommandFailure(message)
    }
}

extension [User] {
    /// Whom to ask.
    fileprivate var admin: Actor? { first { $0.roles.contains(.admin) && !$0.isDisabled }?.name }
}
