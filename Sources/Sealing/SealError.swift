/// Why `age` did not seal or open something. What it had written of a file of ours is removed.
public enum SealError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The program `age` is not installed.
    case noAge
    /// `age` would not, in its own words: wrong recipients, another's identity, a file that is none of its own.
    case refused(path: String, why: String)
    /// A file could not be read, made or written; the system's own reason in words.
    case file(path: String, why: String)

    /// The reason in English.
    public var description: String {
        switch self {
        case .noAge: "The program age is not installed, so nothing can be encrypted or opened: apt install age."
        case .refused(let path, let why): "age refused \(path): \(why)."
        case .file(let path, let why): "Cannot read or write \(path): \(why)."
        }
    }
}
