import ArgumentParser

/// Who may do what at this desk.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Who may do what here.",
        discussion: """
            While nobody is registered, the owner of the database is everything. The first `user add` makes the owner an \
            admin and a supervisor; from then on only registered users may do anything, each what their roles allow.

            Several people on one machine: the files belong to a user of their own, and each runs the program through \
            sudo, which tells who typed it: %squad ALL=(pantau) NOPASSWD: /usr/bin/pantau
            """,
        subcommands: [UserList.self, UserAdd.self, UserRole.self, UserDisable.self])
}
