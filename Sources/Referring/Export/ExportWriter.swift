import Glibc
import Model
import Text

/// Writes one export: lines into files, and last, by a new name, the manifest that makes them an export.
///
/// A receiver that finds no manifest reads nothing, so a crash or a full disk at any moment leaves no half export. What
/// was written is removed when the writer goes away unfinished.
struct ExportWriter: ~Copyable {
    /// The contract's limits of one file.
    struct Limits {
        var lines = 50_000
        var bytes = 100_000_000
    }

    private let folder: String
    private let stamp: String
    private let limits: Limits
    private let recipients: String?
    private var current: OutputFile?
    private var lineCount = 0
    private var files: [ExportManifest.File] = []
    /// What goes where the export is not finished.
    private var unfinished: [String] = []
    private var pending: (temporary: String, final: String)?

    /// - Parameters:
    ///   - folder: must exist; it is looked at before anything is written.
    ///   - recipients: a file of age recipients, to whom alone the lines can be read; nil leaves them plain.
    init(
        folder: String, at time: Instant, sealedTo recipients: String? = nil, limits: Limits = Limits()
    ) throws(ExportError) {
        self.recipients = recipients
        var status = stat()
        guard stat(folder, &status) == 0 else { throw ExportError(errno, path: folder + "/.") }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: folder) }
        guard access(folder, W_OK | X_OK) == 0 else { throw ExportError(errno, path: folder + "/.") }
        (self.folder, self.limits) = (folder, limits)
        stamp = ExportManifest.stamp(time)
    }

    deinit {
        for path in unfinished { unlink(path) }
    }

    /// Adds one event. `line` holds no line feed.
    mutating func append(_ line: [UInt8]) throws(ExportError) {
        if let size = current?.byteCount, lineCount == limits.lines || size + line.count + 1 > limits.bytes {
            try closeFile()
        }
        if current == nil { try openFile() }
        try current?.write(line)
        try current?.write([10])
        lineCount += 1
    }

    private mutating func openFile() throws(ExportError) {
        let digits = String(files.count + 1)
        let number = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        let path = "\(folder)/\(stamp)-\(number).jsonl" + (recipients == nil ? "" : ".age")
        current = try OutputFile(creating: path, sealedTo: recipients)
        unfinished.append(path)
    }

    private mutating func closeFile() throws(ExportError) {
        guard var file = current.take() else { return }
        let hash = try file.finish()
        let name = String(file.path.dropFirst(folder.utf8.count + 1))
        files.append(
            .init(
                name: name, bytes: file.byteCount, sha256: hash, records: lineCount, isSealed: recipients != nil))
        lineCount = 0
    }

    /// Ends the files and writes the manifest under a name that no receiver reads.
    ///
    /// - Parameter describe: makes the manifest of the files.
    /// - Returns: the manifest, its file's name once it is visible, and the SHA-256 of that file.
    mutating func prepare(
        _ describe: ([ExportManifest.File]) -> ExportManifest
    ) throws(ExportError) -> (manifest: ExportManifest, name: String, sha256: String) {
        try closeFile()
        try synchronizeFolder(folder)
        let manifest = describe(files)
        let final = "\(folder)/\(stamp).manifest.json"
        let temporary = "\(folder)/.\(stamp).manifest.json.part"
        guard access(final, F_OK) != 0 else { throw .exists(path: final) }
        var file = try OutputFile(creating: temporary)
        unfinished.append(temporary)
        try file.write(Array((manifest.json.indentedText + "\n").utf8))
        let hash = try file.finish()
        pending = (temporary, final)
        return (manifest, "\(stamp).manifest.json", hash)
    }

    /// Makes the export visible. After this nothing is removed.
    mutating func commit() throws(ExportError) {
        guard let pending else { return }
        try publish(pending.temporary, as: pending.final)
        unfinished = []
        try synchronizeFolder(folder)
    }
}
