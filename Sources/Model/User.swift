/// Somebody who is registered at this desk.
public struct User: Hashable, Sendable {
    /// The name on decisions.
    public let name: Actor
    /// The name by which the operating system knows them.
    public var unixUser: String
    /// At least one, unless disabled.
    public var roles: Set<Role>
    /// Kept so that old decisions still have a name; may do nothing.
    public var isDisabled: Bool

    public init(name: Actor, unixUser: String, roles: Set<Role>, isDisabled: Bool = false) {
        (self.name, self.unixUser, self.roles, self.isDisabled) = (name, unixUser, roles, isDisabled)
    }

    public var permissions: Set<Permission> { roles.reduce(into: []) { $0.formUnion($1.permissions) } }
}
