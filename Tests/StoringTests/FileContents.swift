import Glibc
import Storing

/// A whole file as text, whatever its bytes; empty where there is none.
func contents(of path: String) throws -> String {
    guard let file = fopen(path, "rb") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = fread(&buffer, 1, buffer.count, file)
        guard count > 0 else { break }
        bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// Puts a text in the place of a file's.
func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "wb") else { throw StoreError.cannotOpen(path: path, why: "test") }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    fwrite(bytes, 1, bytes.count, file)
}
