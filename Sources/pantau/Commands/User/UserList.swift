import ArgumentParser
import Model
import Storing
import Text

/// For everybody who works here: whom to ask.
struct UserList: PantauCommand {
    static let permission = Permission.seeNumbers
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Everybody who is registered, with their roles.", aliases: ["ls"])

    @OptionGroup var global: GlobalOptions

    func run(_ context: Context) async throws {
        let users = try await context.store(.reading).read { db in try db.users() }
        guard !users.isEmpty || context.output.isJSON else { return context.output.say(.noUsers(context.unixUser)) }
        try context.write(Listing(UserList.fields, users, schema: "pantau.user.list/1"))
    }

    private static let fields: [Field<User>] = [
        Field("name", "NAME", "NAMA", id: true) { .text($0.name.name) },
        Field("unix_user", "LOGIN", "LOG MASUK") { .text($0.unixUser) },
        Field("roles", "ROLES", "PERANAN") { .list($0.roles.sorted().map(\.rawValue)) },
        Field("disabled", "DISABLED", "NYAHAKTIF") { .flag($0.isDisabled) },
    ]
}
