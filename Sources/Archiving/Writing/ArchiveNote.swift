public import Model

/// What the archive tells while a crawl runs.
public enum ArchiveNote: Hashable, Sendable {
    /// Nothing is archived until then; told once, however many answers go by.
    case paused(ArchiveError, until: Instant)
    /// It goes on after a pause.
    case resumed
    /// The last record of a file was cut off by a kill or a full disk: those bytes are gone, all others are whole.
    case repaired(file: String, bytes: Int64)
    /// A file is damaged; nothing is added to it or taken from it, the day goes on in the next one.
    case setAside(ArchiveFault)
    /// One answer could not be kept.
    case passedOver(ArchiveError)
}
