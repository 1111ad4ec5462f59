import Terminal

#if canImport(Glibc)
    import Glibc
#endif

/// The program through which long answers are read at a terminal, as with git and gh: none unless one is named.
final class Pager: Sendable {
    private let process: pid_t

    /// What `PANTAU_PAGER` names, else `PAGER`; empty and `cat` are none.
    static func command(in environment: [String: String]) -> String? {
        let named = environment["PANTAU_PAGER"] ?? environment["PAGER"]
        return named.flatMap { $0.isEmpty || $0 == "cat" ? nil : $0 }
    }

    /// For `less`: what fits one screen is only shown, colours pass, no shell and no file can be opened from it, and it
    /// writes down nothing of what was searched: leads are personal data.
    private static let settings = ["LESS": "FRX", "LESSSECURE": "1", "LESSHISTFILE": "/dev/null"]

    /// Starts the command and turns standard output into it.
    ///
    /// - Returns: nil where it cannot be started; then output goes where it went.
    init?(_ command: String, environment: [String: String]) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        defer { for end in ends { close(end) } }
        // A pager that held the writing end itself would wait for its own end.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        let variables: [UnsafeMutablePointer<CChar>?] =
            environment.merging(Pager.settings) { $1 }.map { strdup($0.key + "=" + $0.value) }
        let arguments: [UnsafeMutablePointer<CChar>?] = ["sh", "-c", command].map { (word: String) in strdup(word) }
        defer { for text in variables + arguments { free(text) } }
        var process: pid_t = 0
        guard posix_spawn(&process, "/bin/sh", &actions, nil, arguments + [nil], variables + [nil]) == 0 else {
            return nil
        }
        self.process = process
        guard dup2(ends[1], 1) >= 0 else { return nil }
    }

    /// Ends the text and waits until the person has read it.
    func finish() {
        // Ctrl-C is for the pager while one reads.
        let previous = signal(SIGINT, SIG_IGN)
        close(1)
        // Descriptor 1 stays taken, or the next file opened would be written into as the answer.
        _ = open("/dev/null", O_WRONLY)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        signal(SIGINT, previous)
    }
}

extension Context {
    /// The pager, started, where somebody looks at a terminal and has named one.
    func pager() -> Pager? {
        guard output.terminal.isTerminal, isatty(1) == 1, !options.noPager, let command = Pager.command(in: environment)
        else { return nil }
        return Pager(command, environment: environment)
    }
}
