import Model
import Storing

#if canImport(Glibc)
    import Glibc
#endif

/// The person at the keyboard as the operating system knows them.
enum UnixUser {
    /// The name of who runs this.
    ///
    /// Several people share one database through sudo: its files belong to a user of their own (0600), and
    /// `sudo -u pantau pantau ...` runs the program as that user. Who typed it stands in `SUDO_UID`, which counts only
    /// where the process runs as the owner of the database or as root: whoever could forge it there has the file anyway.
    ///
    /// - Parameter database: nil where nobody has said yet where it is.
    static func name(environment: [String: String], database: String?) -> String {
        let user = getuid()
        let isOwner = user == 0 || database.flatMap(Store.owner(ofDatabase:)) == user
        if isOwner, let person = environment["SUDO_UID"].flatMap(uid_t.init), let name = name(of: person) {
            return name
        }
        return name(of: user) ?? environment["USER"] ?? "uid-\(user)"
    }

    private static func name(of user: uid_t) -> String? {
        guard let entry = getpwuid(user), let name = entry.pointee.pw_name else { return nil }
        return String(cString: name)
    }
}
