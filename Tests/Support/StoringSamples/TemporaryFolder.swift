import Glibc
public import Storing

/// A folder (0700) that goes with its last reference.
public final class TemporaryFolder: Sendable {
    public let path: String

    public init() throws {
        var template = Array("/tmp/pantau-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw StoreError.cannotOpen(path: "/tmp", why: "no temporary folder") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { removeTree(path) }

    /// The path of a database in it.
    public var database: String { path + "/leads.db" }

    /// A new database in it.
    public func makeStore() throws -> Store { try Store.open(database, mode: .create) }
}

private func removeTree(_ path: String) {
    guard let folder = opendir(path) else {
        unlink(path)
        return
    }
    while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) {
            String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { removeTree("\(path)/\(name)") }
    }
    closedir(folder)
    rmdir(path)
}
