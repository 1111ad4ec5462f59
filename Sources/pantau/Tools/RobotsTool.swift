import ArgumentParser
import Glibc
import Reading
import Text

/// Asks a robots.txt whether addresses may be fetched.
struct RobotsTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "robots",
        abstract: "Say what a robots.txt allows.",
        discussion: "Exits with 0 where all addresses are allowed, 1 where one is not, 2 where the file is unreadable.")

    @Argument(help: "The robots.txt, or - for standard input.")
    var robots: String?

    @Argument(help: "Addresses or paths to ask for.")
    var urls: [String] = []

    @Option(help: "The product token that asks.")
    var agent = "Pantau"

    @Flag(help: "Answer one JSON object a line.")
    var json = false

    @Flag(help: "Answer JSON requests from standard input, one a line.")
    var batch = false

    func validate() throws {
        if !batch, robots == nil || urls.isEmpty {
            throw ValidationError("Name a robots.txt and at least one address, or use --batch.")
        }
    }

    func run() throws {
        if batch { return try answerBatch(Self.answer) }
        guard let robots else { return }
        let rules: RobotsRules
        do {
            rules = RobotsRules(parsing: try readBytes(robots))
        } catch {
            let line = "pantau: \(error)\n"
            _ = line.withCString { write(STDERR_FILENO, $0, line.utf8.count) }
            throw ExitCode(2)
        }
        let permissions = urls.map { rules.permission(for: agent, to: $0) }
        for (url, permission) in zip(urls, permissions) {
            print(json ? Self.report(permission, rules, url).text : Self.line(permission, url))
        }
        if !permissions.allSatisfy(\.isAllowed) { throw ExitCode(1) }
    }

    private static func line(_ permission: RobotsPermission, _ url: String) -> String {
        let reason = permission.rule.map { "line \($0.line): \($0.text)" } ?? "no rule"
        return "\(permission.isAllowed ? "allowed" : "disallowed")\t\(url)\t\(reason)"
    }

    private static func report(_ permission: RobotsPermission, _ rules: RobotsRules, _ url: String) -> JSONValue {
        .object([
            .init("url", .string(url)), .init("allowed", .bool(permission.isAllowed)),
            .init("rule", permission.rule.map { .string($0.text) } ?? .null),
            .init("line", permission.rule.map { .integer(Int64($0.line)) } ?? .null),
            .init("group", permission.group.map { .string($0) } ?? .null),
            .init("crawl_delay", permission.crawlDelay.map { .number($0) } ?? .null),
            .init("sitemaps", .array(rules.sitemaps.map { .string($0) })),
        ])
    }

    private static func answer(_ request: JSONValue) throws -> [(String, JSONValue?)] {
        let rules = RobotsRules(parsing: try bytes(of: request))
        if let checks = request["checks"]?.items {
            return [("allowed", .array(try checks.map { .bool(try isAllowed($0[0], $0[1], rules)) }))]
        }
        return [("allowed", .bool(try isAllowed(request["agent"], request["url"], rules)))]
    }

    private static func isAllowed(_ agent: JSONValue?, _ url: JSONValue?, _ rules: RobotsRules) throws -> Bool {
        guard let agent = agent?.string, let url = url?.string else {
            throw ToolError(reason: "a check needs an agent and an address")
        }
        return rules.permission(for: agent, to: url).isAllowed
    }

    private static func bytes(of request: JSONValue) throws -> [UInt8] {
        if let encoded = request["robots_base64"] { return try requestedBytes(.object([.init("base64", encoded)])) }
        if request["file"] != nil || request["base64"] != nil { return try requestedBytes(request) }
        // An empty file may be left out of a request.
        return Array((request["robots"]?.string ?? "").utf8)
    }
}
