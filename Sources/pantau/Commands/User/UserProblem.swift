import Model

/// Why users are left as they were.
enum UserProblem: Error, Hashable, Sendable {
    case exists(Actor)
    /// The name is that of whoever runs this, and the login is not.
    case ownName(Actor, login: String)
    /// The login belongs to somebody else.
    case loginTaken(String, by: Actor)
    case unknown(Actor)
    /// Nobody could change users any more.
    case lastAdmin(Actor)
    case withoutRole(Actor)

    /// What keeps `user` from being registered; nil where nothing does.
    init?(adding user: User, to known: [User]) {
        if known.contains(where: { $0.name == user.name }) {
            self = .exists(user.name)
        } else if let other = known.first(where: { $0.unixUser == user.unixUser }) {
            self = .loginTaken(user.unixUser, by: other.name)
        } else {
            return nil
        }
    }

    /// What keeps `user` from becoming what it is now; nil where nothing does.
    init?(changing user: User, among known: [User]) {
        let others = known.filter { $0.name != user.name }
        let after = others + [user]
        if user.roles.isEmpty {
            self = .withoutRole(user.name)
        } else if !after.contains(where: { $0.roles.contains(.admin) && !$0.isDisabled }) {
            self = .lastAdmin(user.name)
        } else {
            return nil
        }
    }
}

extension Message {
    init(_ problem: UserProblem) {
        switch problem {
        case .exists(let name):
            let command = "pantau user role \(name) --add ROLE"
            self.init(
                "err.user-exists", "\(name) is registered already. Change the roles: \(command)",
                "\(name) sudah berdaftar. Ubah peranan: \(command)", exit: .conflict, hint: command)
        case .ownName(let name, let login):
            let command = "pantau user add \(name) --login \(login)"
            self.init(
                "err.own-name", "\(name) is your own name here. Choose another, or register yourself: \(command)",
                "\(name) ialah nama anda di sini. Pilih nama lain, atau daftarkan diri: \(command)", exit: .conflict,
                hint: command)
        case .loginTaken(let login, let other):
            self.init(
                "err.login-taken", "The login \(login) is \(other)'s. Nothing was changed. See: pantau user list",
                "Log masuk \(login) milik \(other). Tiada perubahan. Lihat: pantau user list", exit: .conflict,
                hint: "pantau user list")
        case .unknown(let name):
            self.init(
                "err.no-user", "Nobody called \(name) is registered here. See: pantau user list",
                "Tiada pengguna bernama \(name) di sini. Lihat: pantau user list", exit: .failed,
                hint: "pantau user list")
        case .lastAdmin(let name):
            self.init(
                "err.last-admin",
                "\(name) is the last admin; nobody could manage users any more. Nothing was changed. First: pantau user "
                    + "role NAME --add admin",
                "\(name) ialah pentadbir terakhir; tiada siapa dapat mengurus pengguna lagi. Tiada perubahan. Dahulu: "
                    + "pantau user role NAMA --add admin",
                exit: .conflict, hint: "pantau user role NAME --add admin")
        case .withoutRole(let name):
            self.init(
                "err.no-role",
                "\(name) would have no role left. Nothing was changed. Instead: pantau user disable \(name)",
                "\(name) tidak akan mempunyai peranan. Tiada perubahan. Sebaliknya: pantau user disable \(name)",
                exit: .usage, hint: "pantau user disable \(name)")
        }
    }
}

extension Result where Failure == UserProblem {
    /// - Throws: the problem as a message.
    func orFailure() throws -> Success {
        switch self {
        case .success(let value): return value
        case .failure(let problem): throw CommandFailure(Message(problem))
        }
    }
}
