import Archiving
import Glibc
import Hashing
import Locking
import Model
import StoringSamples

/// An archive in a folder of its own, and what it told.
struct Shelf {
    let parent: TemporaryFolder
    let folder: ArchiveFolder
    private let told = Lock<[ArchiveNote]>([])

    init() throws {
        parent = try TemporaryFolder()
        folder = ArchiveFolder(path: parent.path + "/archive")
    }

    var notes: [ArchiveNote] { told.withLock { $0 } }

    func writer(_ limits: ArchiveWriter.Limits = .init()) throws -> ArchiveWriter {
        let told = told
        return try ArchiveWriter(folder, software: "pantau/0.0 (test)", limits: limits, random: randomBytes) { note in
            told.withLock { $0.append(note) }
        }
    }

    var reader: ArchiveReader { get throws { try ArchiveReader(folder) } }

    /// The addresses of all answers, file by file.
    func urls() throws -> [String] {
        try folder.files().flatMap { try reader.entries(of: $0) }.compactMap(\.url)
    }

    func path(_ file: ArchiveFile) -> String { folder.path + "/" + file.name }

    func bytes(_ name: String) -> [UInt8] { readFile(folder.path + "/" + name) }

    func replace(_ name: String, with bytes: some Collection<UInt8>) {
        writeFile(folder.path + "/" + name, Array(bytes))
    }
}

extension Instant {
    /// Noon of a Saturday in Malaysia.
    static let noon = Instant(seconds: 1_795_233_600)
    /// Twelve hours later: a day begins.
    static let midnight = noon + .hours(12)
}

extension RawResponse {
    /// The page of an invented article.
    static func page(_ number: Int, at time: Instant = .noon, body: [UInt8]? = nil) -> RawResponse {
        RawResponse(
            url: "https://warta.example/berita/\(number)?id=\(number)", status: 200,
            headers: [("content-type", "text/html"), ("content-encoding", "gzip"), ("content-length", "17")],
            body: body ?? Array("<p>Berita rekaan nombor \(number)</p>".utf8), retrievedAt: time)
    }
}

func readFile(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece.prefix(count) }
    return bytes
}

func writeFile(_ path: String, _ bytes: [UInt8]) {
    guard let file = fopen(path, "wb") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
}

func permissions(of path: String) -> UInt32 {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
}
