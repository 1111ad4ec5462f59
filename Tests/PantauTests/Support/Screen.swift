import ChildProcess
import Foundation

/// A pseudo-terminal of a given width, in which the program believes that a person is looking.
final class Screen: Sendable {
    private let master: Int32
    private let slave: Int32

    struct Failure: Error {
        let call: String
    }

    init(columns: Int, rows: Int = 24) throws {
        var (master, slave): (Int32, Int32) = (-1, -1)
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&master, &slave, nil, nil, &size) == 0 else { throw Failure(call: "openpty") }
        (self.master, self.slave) = (master, slave)
    }

    deinit {
        close(master)
        close(slave)
    }

    /// Runs the program on this terminal to its end and returns what stands on it.
    ///
    /// - Parameter typing: what the person types, read when the program asks.
    func show(_ machine: Machine, _ arguments: [String], typing: String = "", with extra: [String: String] = [:])
        async throws -> (text: String, exit: Int32)
    {
        let process = try ChildProcess(
            [Program.executable.path] + arguments, environment: machine.environment.merging(extra) { $1 },
            input: .descriptor(slave), output: .descriptor(slave), messages: .descriptor(slave))
        if !typing.isEmpty { _ = typing.withCString { write(master, $0, strlen($0)) } }
        let reader = Reading(of: master)
        let ending = await process.end()
        // What follows the program's last word: it can only come after it, so all before it has been read.
        _ = Screen.endMark.withCString { write(slave, $0, strlen($0)) }
        return (await reader.text(until: Screen.endMark), ending.exit ?? -1)
    }

    private static let endMark = "\u{4}\u{4}"

    /// Reads on a thread of its own, or a program that writes more than the terminal holds would wait for ever.
    private final class Reading: Sendable {
        private let bytes: AsyncStream<UInt8>

        init(of master: Int32) {
            let (bytes, continuation) = AsyncStream.makeStream(of: UInt8.self)
            self.bytes = bytes
            Thread.detachNewThread {
                var buffer = [UInt8](repeating: 0, count: 4096)
                while true {
                    let count = read(master, &buffer, buffer.count)
                    guard count > 0 else { break }
                    for byte in buffer.prefix(count) { continuation.yield(byte) }
                    if buffer.prefix(count).last == 4 { break }
                }
                continuation.finish()
            }
        }

        func text(until mark: String) async -> String {
            var all: [UInt8] = []
            for await byte in bytes { all.append(byte) }
            return String(decoding: all, as: UTF8.self).replacing(mark, with: "").replacing("\r\n", with: "\n")
        }
    }
}
