import Foundation
import Text

/// How a run of the program ended: what it wrote and what it told the shell.
struct Ending: Sendable {
    /// The exit code; nil where a signal ended it.
    let exit: Int32?
    /// The signal that ended it; nil where it exited.
    let signal: Int32?
    let outputBytes: [UInt8]
    let messageBytes: [UInt8]

    var output: String { String(decoding: outputBytes, as: UTF8.self) }
    var messages: String { String(decoding: messageBytes, as: UTF8.self) }
    /// Lines of standard output, without empty ones.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
    /// Lines of standard error, without empty ones.
    var messageLines: [String] { messages.split(separator: "\n").map(String.init) }
    /// Lines of fields parted by tabs.
    var records: [[String]] {
        lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }

    /// Standard output as one JSON value.
    var json: JSONValue {
        get throws { try JSONValue(parsing: outputBytes) }
    }

    /// Standard output as JSON Lines.
    var jsonLines: [JSONValue] {
        get throws { try lines.map { try JSONValue(parsing: $0.utf8) } }
    }

    /// The last line of standard error as JSON: how `--json` tells of a failure.
    var problem: JSONValue {
        get throws { try JSONValue(parsing: (messageLines.last ?? "").utf8) }
    }
}
