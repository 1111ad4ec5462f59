/// What one command may do, and in whose name.
public struct Rights: Hashable, Sendable {
    /// The name on decisions.
    public let actor: Actor
    public let permissions: Set<Permission>
    /// Nobody is registered: the operating system's user that owns the database is everything.
    public let isOneDesk: Bool

    init(actor: Actor, permissions: Set<Permission>, isOneDesk: Bool) {
        (self.actor, self.permissions, self.isOneDesk) = (actor, permissions, isOneDesk)
    }

    /// Of the one person at a desk where nobody is registered.
    public static func oneDesk(_ actor: Actor) -> Rights {
        Rights(actor: actor, permissions: Set(Permission.allCases), isOneDesk: true)
    }

    public func allows(_ permission: Permission) -> Bool { permissions.contains(permission) }
}

/// Why somebody has no rights at all.
public enum RightsRefusal: Error, Hashable, Sendable {
    /// The operating system's user is not registered.
    case unregistered(String)
    case disabled(Actor)
    /// Only an admin or a service may write another's name.
    case mayNotActAs(Actor, other: Actor)
    /// The other is not registered, or disabled.
    case unknownOther(Actor)
}

extension Rights {
    /// The rights of an operating system's user. Pure: the one place where users, roles and `--as` are put together.
    ///
    /// - Parameters:
    ///   - asked: whom `--as` names; nil to act for oneself.
    ///   - name: the name on decisions where nobody is registered.
    public init(
        of unixUser: String, as asked: Actor?, otherwise name: Actor, among users: [User]
    ) throws(RightsRefusal) {
        guard !users.isEmpty else {
            self = .oneDesk(asked ?? name)
            return
        }
        guard let user = users.first(where: { $0.unixUser == unixUser }) else { throw .unregistered(unixUser) }
        guard !user.isDisabled else { throw .disabled(user.name) }
        guard let asked, asked != user.name else {
            self.init(actor: user.name, permissions: user.permissions, isOneDesk: false)
            return
        }
        guard user.permissions.contains(.actAs) else { throw .mayNotActAs(user.name, other: asked) }
        guard let other = users.first(where: { $0.name == asked && !$0.isDisabled }) else {
            throw .unknownOther(asked)
        }
        let reach = user.roles.reduce(into: Set<Permission>()) { $0.formUnion($1.reach) }
        self.init(actor: other.name, permissions: other.permissions.intersection(reach), isOneDesk: false)
    }
}
