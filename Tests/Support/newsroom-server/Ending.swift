import Foundation

/// What tells the server to go: SIGTERM, SIGINT, or the end of standard input.
///
/// `/dev/null` and files are at their end from the beginning (a shell gives the former to background jobs), so only a
/// pipe, a socket or a terminal is watched.
struct Ending {
    private let ended: AsyncStream<Void>
    private let signals: [any DispatchSourceSignal]

    init() {
        let (ended, continuation) = AsyncStream.makeStream(of: Void.self)
        self.ended = ended
        signals = [SIGTERM, SIGINT].map { number in
            // The default action would end the process before the source is told.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { continuation.finish() }
            source.resume()
            return source
        }
        guard Self.standardInputCanEndLater else { return }
        Thread.detachNewThread {
            var buffer = [UInt8](repeating: 0, count: 512)
            while true {
                let count = read(STDIN_FILENO, &buffer, buffer.count)
                if count == 0 || (count < 0 && errno != EINTR) { break }
            }
            continuation.finish()
        }
    }

    /// Returns when one of them came.
    func wait() async {
        for await _ in ended {}
    }

    private static var standardInputCanEndLater: Bool {
        var status = stat()
        guard fstat(STDIN_FILENO, &status) == 0 else { return false }
        let kind = status.st_mode & S_IFMT
        return kind == S_IFIFO || kind == S_IFSOCK || isatty(STDIN_FILENO) == 1
    }
}
