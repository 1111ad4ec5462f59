import ArgumentParser
import FoundationEssentials
import Model
import Reading
import Text

struct ParseDateTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse-date", abstract: "Show what a written date means.")

    @Option(help: "What a date without a zone means.")
    var zone = "+08:00"

    @Option(help: "What '2 hari lalu' counts from, instead of the clock.")
    var now: String?

    @Option(name: .customLong("lang"), help: "The language of the text. All languages are read alike.")
    var language: String?

    @Flag(help: "Read requests from standard input, one JSON object a line.")
    var batch = false

    @Argument(help: "The dates.")
    var dates: [String] = []

    func run() throws {
        if batch {
            try answerBatch { request in
                try Self.members(
                    request["input"]?.string ?? "", zone: request["zone"]?.string ?? "+08:00",
                    now: request["now"]?.string)
            }
            return
        }
        for date in dates { print(JSONValue.compact(try Self.members(date, zone: zone, now: now)).text) }
    }

    private static func members(_ text: String, zone: String, now: String?) throws -> [(String, JSONValue?)] {
        guard let offset = offset(zone) else { throw ToolError(reason: "--zone needs an offset such as +08:00") }
        let clock = Instant(seconds: Int64(Date().timeIntervalSince1970))
        let present = now.flatMap { readDate($0, now: clock) }?.instant ?? clock
        guard let date = readDate(text, zone: offset, now: present) else { return [("instant", .null)] }
        return [("instant", .string(date.iso)), ("precision", .string(date.precision.rawValue))]
    }

    /// Minutes east of UTC.
    private static func offset(_ zone: String) -> Int? {
        readDate("2000-01-01T00:00" + zone, now: Instant(seconds: 0))?.offset
    }
}
