import Glibc

/// The program `age` (Debian package age), which encrypts to recipients and decrypts with an identity.
enum Age {
    /// Encrypts `plain` into a new file (0600).
    static func encrypt(_ plain: String, to recipients: String, as target: String, _ context: Context) throws {
        try run(["-e", "-R", recipients, "-o", target, plain], writing: target, context)
    }

    /// Decrypts `secret` into a new file (0600).
    static func decrypt(_ secret: String, with identity: String, as target: String, _ context: Context) throws {
        try run(["-d", "-i", identity, "-o", target, secret], writing: target, context)
    }

    private static func run(_ arguments: [String], writing target: String, _ context: Context) throws {
        // Made first, so that what age writes is never for others to read, whatever the umask.
        let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CommandFailure(.cannotCreate(target, why: String(cString: strerror(errno)))) }
        close(descriptor)
        var words: [UnsafeMutablePointer<CChar>?] = (["age"] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        let path = context.environment["PATH"] ?? "/usr/bin:/bin"
        var environment: [UnsafeMutablePointer<CChar>?] = [strdup("PATH=\(path)"), nil]
        defer { for word in environment { free(word) } }
        var process: pid_t = 0
        let started = posix_spawnp(&process, "age", nil, nil, &words, &environment)
        guard started == 0 else {
            unlink(target)
            throw CommandFailure(.noAge(String(cString: strerror(started))))
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else {
            unlink(target)
            throw CommandFailure(.ageFailed)
        }
    }
}
