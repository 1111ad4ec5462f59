import Glibc

/// `age` at work: what is written into it comes out sealed (or opened) at a descriptor of ours. Plain text never touches the
/// disk, and no secret stands on a command line.
final class AgeProcess {
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
    ///   - source: what it reads; nil for what is written into it here.
    ///   - output: where its output goes; stays open.
    ///   - path: of the file behind it, for messages.
    init(_ arguments: [String], from source: Int32? = nil, output: Int32, path: String) throws(ExportError) {
        // A write to an age that has ended is an error then, and not our end.
        signal(SIGPIPE, SIG_IGN)
        let words = try Pipe(path: path)
        let text = source == nil ? try Pipe(path: path) : nil
        let (number, process) = AgeProcess.spawn(arguments, [source ?? text?.reader ?? -1, output, words.writer])
        if let text { close(text.reader) }
        close(words.writer)
        guard number == 0 else {
            if let text { close(text.writer) }
            close(words.reader)
            throw number == ENOENT ? .noAge : .cannotSeal(path: path, why: String(cString: strerror(number)))
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

        init(path: String) throws(ExportError) {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { throw ExportError(errno, path: path) }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            (reader, writer) = (ends[0], ends[1])
        }
    }

    /// Gives it all of the bytes.
    func write(_ bytes: some Collection<UInt8>) throws(ExportError) {
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

    /// Waits for its end.
    ///
    /// - Throws: `ExportError.cannotSeal` with its own words where it failed.
    func finish() throws(ExportError) {
        guard !isFinished else { return }
        isFinished = true
        if input >= 0 { close(input) }
        input = -1
        var said = [UInt8](repeating: 0, count: 2000)
        let count = max(0, read(messages, &said, said.count))
        close(messages)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw .cannotSeal(path: path, why: String(cString: strerror(errno))) }
        }
        guard status == 0 else {
            let first = String(decoding: said.prefix(count), as: UTF8.self).split(separator: "\n").first ?? "it failed"
            throw .cannotSeal(path: path, why: printable(String(first), limit: 200))
        }
    }

    /// What `age` makes of a file (or of nothing) into memory.
    ///
    /// - Throws: `ExportError` where it fails, or makes more than `limit` bytes.
    static func output(
        of arguments: [String], reading file: String?, path: String, limit: Int
    ) throws(ExportError) -> [UInt8] {
        let source = open(file ?? "/dev/null", O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw .cannotRead(path: path, why: String(cString: strerror(errno))) }
        defer { close(source) }
        let out = try Pipe(path: path)
        let age: AgeProcess
        do {
            defer { close(out.writer) }
            age = try AgeProcess(arguments, from: source, output: out.writer, path: path)
        } catch {
            close(out.reader)
            throw error
        }
        let made = Result { () throws(ExportError) in try readAll(out.reader, path: path, limit: limit) }
        // Past the limit age is still writing; without a reader it ends.
        close(out.reader)
        let bytes = try made.get()
        try age.finish()
        return bytes
    }

    /// - Returns: an error number, or 0 with the process.
    private static func spawn(_ arguments: [String], _ streams: [Int32]) -> (Int32, pid_t) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, stream) in streams.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
        }
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
