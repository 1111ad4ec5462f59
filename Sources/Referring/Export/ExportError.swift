public import Sealing

/// Why an export was not written, or not confirmed. Nothing of it is left behind, and no cursor moved.
public enum ExportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A file of that name is there; we never overwrite.
    case exists(path: String)
    case noFolder(path: String)
    case notAFolder(path: String)
    case notAllowed(path: String)
    case diskFull(path: String)
    /// The system's own reason in words.
    case cannotWrite(path: String, why: String)
    case cannotRead(path: String, why: String)
    /// Neither recipients nor a reason why it may be plain.
    case unprotected(consumer: String)
    /// It could not be encrypted, or opened.
    case seal(SealError)
    /// A consumer's name is 1 to 64 of `a-z 0-9 . _ -`, beginning with a letter or digit.
    case badConsumer(String)
    case unknownExport(String)
    /// The export begins after its consumer's cursor (it was made with --after): confirming it would skip events.
    case skipsEvents(export: String, cursor: Int64)

    /// UX.md section 3: 73 cannot create output, 74 input or output failed, 64 wrong usage, 1 failed, 5 conflict.
    public var exitCode: Int32 {
        switch self {
        case .exists, .noFolder, .notAFolder, .notAllowed: 73
        case .diskFull, .cannotWrite, .cannotRead: 74
        case .unprotected: 4
        case .seal: 78
        case .badConsumer: 64
        case .unknownExport: 1
        case .skipsEvents: 5
        }
    }

    /// The id in the catalogue of messages.
    public var code: String {
        switch self {
        case .exists: "err.out-exists"
        case .noFolder, .notAFolder, .notAllowed: "err.out-folder"
        case .diskFull: "err.disk-full"
        case .cannotWrite: "err.out-write"
        case .cannotRead: "err.in-read"
        case .unprotected: "err.export-unprotected"
        case .seal: "err.age"
        case .badConsumer: "err.consumer-name"
        case .unknownExport: "err.export-unknown"
        case .skipsEvents: "err.export-order"
        }
    }

    public var description: String {
        switch self {
        case .exists(let path): "\(path) exists. Nothing was written."
        case .noFolder(let path): "There is no folder \(path). Nothing was written. Make it: mkdir -m 700 \(path)"
        case .notAFolder(let path): "\(path) is no folder. Nothing was written; give a folder with --out."
        case .notAllowed(let path): "No permission to write in \(path). Nothing was written."
        case .diskFull(let path):
            "The disk of \(path) is full. What had been written was removed; free space and repeat."
        case .cannotWrite(let path, let why): "Cannot write \(path): \(why). What had been written was removed."
        case .cannotRead(let path, let why): "Cannot read \(path): \(why)."
        case .unprotected(let consumer):
            "Nothing says how the export for \(consumer) is protected, and nothing was written. Name the recipients (age) "
                + "in consumers.yaml or with --encrypt-to, or say --plain --reason WHY."
        case .seal(let error): "\(error) Nothing was written."
        case .badConsumer(let name):
            "\"\(name)\" is no consumer's name; use 1 to 64 of a-z 0-9 . _ - and begin with a letter or digit."
        case .unknownExport(let id): "There is no export \(id). List them: pantau export list"
        case .skipsEvents(let id, let cursor):
            "Export \(id) begins after the cursor \(cursor), and what lies between would never be sent. Nothing was "
                + "confirmed; export again without --after."
        }
    }
}
