public import Model
public import Storing

/// What one pass did for one consumer.
public struct PushReport: Hashable, Sendable {
    /// How the pass ended.
    public enum End: Hashable, Sendable {
        /// Everything that was due was tried.
        case finished
        /// The consumer told us to stop (401, 403) or is closed for good (410), in this pass or before.
        case stopped(status: Int)
        /// So many tries failed one after another that the rest waits for the next pass.
        case troubled
        /// Another process pushes to it now.
        case busy(by: String)
        /// Another process took over; what it finds it does again.
        case leaseLost
    }

    public let consumer: String
    public var end = End.finished
    public var dispatch = Dispatch()
    /// Events that came into its queue.
    public var queued = 0
    public var delivered = 0
    /// Tries that failed and are made again later.
    public var failed = 0
    /// Prospects that it has already, under numbers of its own.
    public var duplicates: [ProspectRef] = []
    /// Events that it refused for good in this pass.
    public var refused = 0
    /// How its queue stands after the pass.
    public var counts = DeliveryCounts()
    /// When the next try is due; nil where none waits.
    public var nextAt: Instant?
    /// The last trouble, in English.
    public var problem: String?

    init(consumer: String) { self.consumer = consumer }
}
