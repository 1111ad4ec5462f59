/// Where copies of robots.txt are kept from one run to the next.
///
/// Neither call throws: a copy that cannot be kept or read costs one request more, and the shelf tells of its own
/// trouble.
public protocol RobotsShelf: Sendable {
    /// The last copy of that origin, fresh or not.
    func copy(for origin: String) async -> RobotsCopy?
    func keep(_ copy: RobotsCopy) async
}

/// Keeps copies for the length of a run.
public actor RobotsMemory: RobotsShelf {
    private var copies: [String: RobotsCopy] = [:]
    /// 512 KiB each at the worst: then all are dropped, which costs requests and no correctness.
    private static let limit = 2000

    /// Holds no copy yet.
    public init() {}

    /// The last copy of that origin, fresh or not.
    public func copy(for origin: String) -> RobotsCopy? { copies[origin] }

    /// Puts the copy in the place of an older one.
    public func keep(_ copy: RobotsCopy) {
        if copies.count >= Self.limit { copies = [:] }
        copies[copy.origin] = copy
    }
}
