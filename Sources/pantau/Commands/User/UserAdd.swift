import ArgumentParser
import Model
import Storing

/// The first call begins the rule of roles: see ``UserCommand``.
struct UserAdd: PantauCommand {
    static let permission = Permission.manageUsers
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Register somebody.",
        discussion: "Roles: " + Role.allCases.map(\.rawValue).joined(separator: ", "))

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The name on decisions.")
    var name: String

    @Option(help: ArgumentHelp("What they are; may be given again.", valueName: "role"))
    var role: [Role]

    @Option(name: .customLong("login"), help: ArgumentHelp("Their login, where it is not the name.", valueName: "user"))
    var login: String?

    func validate() throws {
        guard Actor(name) != nil else {
            throw ValidationError("a name needs letters, digits, '.', '_' and '-', at most 32, not \"\(name)\"")
        }
    }

    func run(_ context: Context) async throws {
        guard let name = Actor(name) else { return }
        let (owner, author, now) = (context.owner, context.author, context.now)
        let isOwner = context.isOneDesk && name == owner.name
        let user = User(name: name, unixUser: login ?? (isOwner ? owner.unixUser : name.name), roles: Set(role))
        let added = try await context.store(.writing).write { db -> Result<[User], UserProblem> in
            let known = try db.users()
            if let problem = UserProblem(adding: user, to: known) { return .failure(problem) }
            let users: [User]
            if known.isEmpty {
                guard let founding = foundingUsers(owner, user) else {
                    return .failure(.ownName(name, login: owner.unixUser))
                }
                users = founding
            } else {
                users = [user]
            }
            try db.save(users, verb: "user.add", by: author, at: now)
            return .success(users)
        }
        for user in try added.orFailure() { context.output.say(.userSaved(user)) }
    }
}

/// Whoever registers the first user stays admin and supervisor, or nobody could do either any more.
///
/// - Returns: both, or one where somebody registers themselves; nil where the first has the owner's name and not the
///   owner's login.
func foundingUsers(_ owner: User, _ first: User) -> [User]? {
    guard first.unixUser == owner.unixUser else { return first.name == owner.name ? nil : [owner, first] }
    var both = first
    both.roles.formUnion(owner.roles)
    return [both]
}

extension Context {
    /// Who runs this, as they are registered with the first `user add`.
    fileprivate var owner: User { User(name: actor, unixUser: unixUser, roles: [.admin, .supervisor]) }
}
