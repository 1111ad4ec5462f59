import Glibc
import Text

/// The program `age` (Debian package age) at work: what goes into it comes out sealed, or opened, at a descriptor of ours.
/// What is to be sealed never touches the disk for it, and no secret stands on a command line.
public final class AgeProcess {
    /// What `age` reads.
    public enum Source {
        /// What is given to ``write(_:)``.
        case written
        /// Nothing.
        case empty
        /// A file, which `age` opens itself.
        case file(String)
    }

    private let process: pid_t
    /// Where it reads from; -1 where that is a file, or closed.
    private var input: Int32 = -1
    private let messages: Int32
    private var isFinished = false
    /// What an error names.
    private let path: String

    /// Starts `age`.
    ///
    /// - Parameters:
    ///   - arguments: such as `-R FILE`.
    ///   - source: what it reads.
    ///   - output: where its output goes; stays open.
    ///   - path: of the file behind it, for messages.
    public init(
        _ arguments: [String], from source: Source = .written, output: Int32, path: String
    ) throws(SealError) {
        // A write to an age that has ended is an error then, and not our end.
        signal(SIGPIPE, SIG_IGN)
        // Looked at before, so that a file that is missing is not taken for an age that is missing.
        if case .file(let file) = source, access(file, R_OK) != 0 { throw SealError(errno, path: file) }
        let words = try Pipe(path: path)
        var text: Pipe?
        if case .written = source { text = try Pipe(path: path) }
        let (number, process) = AgeProcess.spawn(arguments, from: source, text?.reader, output, words.writer)
        if let text { close(text.reader) }
        close(words.writer)
        guard number == 0 else {
            if let text { close(text.writer) }
            close(words.reader)
            throw number == ENOENT ? .noAge : SealError(number, path: path)
        }
        (self.process, messages, self.path) = (process, words.reader, path)
        if let text { input = text.writer }
    }

    deinit {
        // Left unfinished: without its input it ends by itself.
        guard !isFinished else { return }
        if input >= 0 { close(input) }
        close(messages)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    /// A pipe that a child does not inherit.
    private struct Pipe {
        let reader: Int32
        let writer: Int32

        init(path: String) throws(SealError) {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { throw SealError(errno, path: path) }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            (reader, writer) = (ends[0], ends[1])
        }
    }

    /// Gives it all of the bytes; only to one that reads what is written.
    ///
    /// - Throws: `SealError.refused` with its own words where it has ended before its time.
    public func write(_ bytes: some Collection<UInt8>) throws(SealError) {
        let bytes = Array(bytes)
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
            if count > 0 {
                done += count
            } else if errno != EINTR {
                // It has ended before its time: what it said about that tells more than the pipe does.
                return try finish()
            }
        }
    }

    /// Ends its input, and waits for its end.
    ///
    /// - Throws: `SealError.refused` with its own words where it failed.
    public func finish() throws(SealError) {
        guard !isFinished else { return }
        isFinished = true
        if input >= 0 { close(input) }
        input = -1
        var said = [UInt8](repeating: 0, count: 2000)
        let count = max(0, read(messages, &said, said.count))
        close(messages)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw SealError(errno, path: path) }
        }
        guard status == 0 else {
            let first = String(decoding: said.prefix(count), as: UTF8.self).split(separator: "\n").first ?? "it failed"
            throw .refused(path: path, why: printable(String(first), limit: 200))
        }
    }

    /// What `age` makes of `source` in memory.
    ///
    /// - Throws: `SealError` where it fails, or makes more than `limit` bytes.
    public static func output(
        of arguments: [String], from source: Source, path: String, limit: Int
    ) throws(SealError) -> [UInt8] {
        let out = try Pipe(path: path)
        let age: AgeProcess
        do {
            defer { close(out.writer) }
            age = try AgeProcess(arguments, from: source, output: out.writer, path: path)
        } catch {
            close(out.reader)
            throw error
        }
        let made = Result { () throws(SealError) in try readAll(out.reader, path: path, limit: limit) }
        // Past the limit age is still writing; without a reader it ends.
        close(out.reader)
        let bytes = try made.get()
        try age.finish()
        return bytes
    }

    private static func readAll(_ descriptor: Int32, path: String, limit: Int) throws(SealError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            guard count > 0 else {
                guard errno == EINTR else { throw SealError(errno, path: path) }
                continue
            }
            bytes += chunk[..<count]
            guard bytes.count <= limit else { throw .file(path: path, why: "over \(limit) bytes") }
        }
    }

    /// - Returns: an error number, or 0 with the process.
    private static func spawn(
        _ arguments: [String], from source: Source, _ text: Int32?, _ output: Int32, _ messages: Int32
    ) -> (Int32, pid_t) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        switch source {
        case .written: posix_spawn_file_actions_adddup2(&actions, text ?? -1, STDIN_FILENO)
        case .empty: posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        case .file(let path): posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path, O_RDONLY, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, messages, STDERR_FILENO)
        let words = (["age"] + arguments).map { strdup($0) } + [nil]
        // Nothing else of our environment is age's business.
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        let environment = [strdup("PATH=\(path)"), nil]
        defer { for word in words + environment { free(word) } }
        var process = pid_t()
        let number = posix_spawnp(&process, "age", &actions, nil, words, environment)
        return (number, process)
    }
}

/// The text without control characters: it quotes file names, and is shown on a terminal.
private func printable(_ text: String, limit: Int) -> String {
    let scalars = text.unicodeScalars.lazy.prefix(limit).map { CharacterRole($0) == .letter ? $0 : " " }
    return String(String.UnicodeScalarView(scalars))
}
