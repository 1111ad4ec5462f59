import Glibc

/// Whole files through `age`: their bytes pass from file to file, never through our memory.
public enum SealedFile {
    /// Encrypts `plain` into a new file (0600) that is on the disk when this returns.
    ///
    /// `age` itself opens `plain`: a database in use may be given, because no descriptor of it is opened and closed in this
    /// process, which would drop SQLite's locks on it.
    ///
    /// - Parameter recipients: a file of age recipients, who alone can open it.
    /// - Throws: `SealError`; then there is no such file, or the one that was there before.
    public static func make(_ sealed: String, from plain: String, to recipients: String) throws(SealError) {
        try pass(plain, through: ["-R", recipients], into: sealed)
    }

    /// Decrypts `sealed` into a new file (0600).
    ///
    /// - Parameter identity: a file with the age identity of a recipient.
    /// - Throws: `SealError`; then there is no such file, or the one that was there before.
    public static func open(_ sealed: String, with identity: String, into plain: String) throws(SealError) {
        try pass(sealed, through: ["-d", "-i", identity], into: plain)
    }

    private static func pass(_ source: String, through arguments: [String], into target: String) throws(SealError) {
        // O_EXCL follows no link; the mode holds whatever the umask is.
        let descriptor = Glibc.open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SealError(errno, path: target) }
        defer { close(descriptor) }
        do throws(SealError) {
            try AgeProcess(arguments, from: .file(source), output: descriptor, path: source).finish()
            guard fsync(descriptor) == 0 else { throw SealError(errno, path: target) }
        } catch {
            unlink(target)
            throw error
        }
    }
}

extension SealError {
    /// The error of a system call on `path`.
    init(_ number: Int32, path: String) { self = .file(path: path, why: String(cString: strerror(number))) }
}
