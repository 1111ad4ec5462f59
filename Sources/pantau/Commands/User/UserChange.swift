import ArgumentParser
import Model
import Storing

struct UserRole: PantauCommand {
    static let permission = Permission.manageUsers
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "Give somebody roles, or take them away; also brings back the disabled.",
        discussion: "Roles: " + Role.allCases.map(\.rawValue).joined(separator: ", "))

    @OptionGroup var global: GlobalOptions

    @Argument(help: "Who.")
    var name: String

    @Option(help: "A role more; may be given again.")
    var add: [Role] = []

    @Option(help: "A role less; may be given again.")
    var remove: [Role] = []

    @Option(help: "These roles and no others; may be given again.")
    var set: [Role] = []

    func validate() throws {
        guard !(add + remove + set).isEmpty else { throw ValidationError("give --add, --remove or --set") }
        guard set.isEmpty || (add + remove).isEmpty else {
            throw ValidationError("--set excludes --add and --remove")
        }
    }

    func run(_ context: Context) async throws {
        let (add, remove, set) = (Set(add), Set(remove), Set(set))
        try await context.changeUser(name, verb: "user.role") { user in
            user.roles = set.isEmpty ? user.roles.union(add).subtracting(remove) : set
            user.isDisabled = false
        }
    }
}

struct UserDisable: PantauCommand {
    static let permission = Permission.manageUsers
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Let somebody do nothing any more; the name stays with old decisions.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: "Who.")
    var name: String

    func run(_ context: Context) async throws {
        try await context.changeUser(name, verb: "user.disable") { $0.isDisabled = true }
    }
}

extension Context {
    /// Changes one user in one journaled transaction, and says what they are now. Doing it twice is a note.
    fileprivate func changeUser(
        _ name: String, verb: String, _ change: @Sendable (inout User) -> Void
    ) async throws {
        guard let name = Actor(name) else {
            throw CommandFailure(.usage("\"\(name)\" is no name of a user", command: "user"))
        }
        let (author, now) = (author, now)
        let result = try await store(.writing).write { db -> Result<(User, Bool), UserProblem> in
            let known = try db.users()
            guard let before = known.first(where: { $0.name == name }) else { return .failure(.unknown(name)) }
            var user = before
            change(&user)
            if let problem = UserProblem(changing: user, among: known) { return .failure(problem) }
            if user != before { try db.save([user], verb: verb, by: author, at: now) }
            return .success((user, user != before))
        }
        let (user, isChanged) = try result.orFailure()
        if isChanged { output.say(.userSaved(user)) } else { output.note(.userSame(user)) }
    }
}
