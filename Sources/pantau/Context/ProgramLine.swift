import Dispatch
import Settings

#if canImport(Glibc)
    import Glibc
#endif

/// A program and its arguments as somebody configured them. No shell reads the line, so nothing in an address or a path
/// that is handed to it is obeyed.
struct ProgramLine: Hashable {
    /// The program, then its arguments.
    let words: [String]

    /// - Parameter line: words parted by blanks; what stands in quotation marks is one.
    /// - Returns: nil for an empty line.
    init?(_ line: String) {
        words = ReviewCommandLine.words(of: line)
        guard words.first?.isEmpty == false else { return nil }
    }

    /// The words with a subject in the place of each `{url}`, or behind them where there is none.
    func arguments(for subject: String) -> [String] {
        let places = words.dropFirst().contains { $0.contains("{url}") }
        guard places else { return words + [subject] }
        return [words[0]] + words.dropFirst().map { $0.replacing("{url}", with: subject) }
    }

    /// Runs it at the terminal to its end.
    ///
    /// - Returns: its exit code; nil where it did not start, or a signal ended it.
    func run(on subject: String) -> Int32? {
        guard let process = spawn(subject, isApart: false) else { return nil }
        // Ctrl-C is for that program while it runs.
        let previous = signal(SIGINT, SIG_IGN)
        defer { signal(SIGINT, previous) }
        return ProgramLine.status(of: process)
    }

    /// Starts it apart from the terminal, as one opens a window beside a screen that stays.
    ///
    /// - Returns: false where it did not start.
    func start(on subject: String) -> Bool {
        guard let process = spawn(subject, isApart: true) else { return false }
        DispatchQueue.global().async { _ = ProgramLine.status(of: process) }
        return true
    }

    private static func status(of process: pid_t) -> Int32? {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return nil }
        }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
    }

    private func spawn(_ subject: String, isApart: Bool) -> pid_t? {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The review screen ignores the signals that it handles itself; a browser should not.
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGPIPE] { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // In a group of its own no key of this terminal reaches it.
        let flags = POSIX_SPAWN_SETSIGDEF | (isApart ? POSIX_SPAWN_SETPGROUP : 0)
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if isApart {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
            for end in [Int32(1), 2] { posix_spawn_file_actions_addopen(&actions, end, "/dev/null", O_WRONLY, 0) }
        }
        let words: [UnsafeMutablePointer<CChar>?] = arguments(for: subject).map { strdup($0) }
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        guard let program = words[0],
            posix_spawnp(&process, program, &actions, &attributes, words + [nil], environ) == 0
        else { return nil }
        return process
    }
}

extension Context {
    /// What opens pages: the setting, `$BROWSER`, or the desktop's own; nil where there is none, as over SSH.
    var opener: ProgramLine? {
        if let line = settings.opener ?? environment["BROWSER"], let program = ProgramLine(line) { return program }
        let hasDesktop = ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment[$0]?.isEmpty == false }
        return hasDesktop ? ProgramLine("xdg-open") : nil
    }
}
