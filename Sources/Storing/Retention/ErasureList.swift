import Glibc
import Hashing
import Model
import Text

/// The list of erasures outside the database: one line of JSON each, so that an erased person does not come back with an
/// older backup.
///
/// Each line holds a keyed hash over itself and the line before. A line that was changed, taken out or put in is found;
/// that the last ones are missing is told by the database, which has the same list.
struct ErasureList {
    let path: String
    let secret: KeyedHash

    /// All records, oldest first; none where there is no file.
    ///
    /// - Throws: `StoreError.damaged` with the number of the first line that is not as it was written. A last line that
    ///   was being written when its writer was killed is passed over.
    func records() throws(StoreError) -> [ErasureRecord] { try lines().map(\.record) }

    /// Writes those of the records that the file does not have.
    func append(missing records: [ErasureRecord]) throws(StoreError) {
        let known = try lines()
        let present = Set(known.map(\.record.identity))
        var last = known.last?.seal ?? []
        var text: [UInt8] = []
        for record in records where !present.contains(record.identity) {
            let line = Line(record, after: last, secret: secret)
            last = line.seal
            text += Array((line.json.text + "\n").utf8)
        }
        if !text.isEmpty { try write(text) }
    }

    private struct Line {
        let record: ErasureRecord
        let seal: [UInt8]

        init(_ record: ErasureRecord, after last: [UInt8], secret: KeyedHash) {
            self.record = record
            var form = CanonicalForm(domain: 0x05, name: "pantau.erasure.1")
            form.add(last)
            form.add(record.json.text)
            seal = secret(form.bytes)
        }

        var json: JSONValue {
            .object((record.json.members ?? []) + [.init("seal", .string(seal.hexadecimal))])
        }
    }

    private func lines() throws(StoreError) -> [Line] {
        let bytes = try contents()
        var lines: [Line] = []
        for text in bytes.prefix(bytes.lastIndex(of: 10) ?? 0).split(separator: 10) {
            guard let json = try? JSONValue(parsing: text), let record = ErasureRecord(json: json) else {
                throw fault(lines.count)
            }
            let line = Line(record, after: lines.last?.seal ?? [], secret: secret)
            guard json["seal"]?.string == line.seal.hexadecimal else { throw fault(lines.count) }
            lines.append(line)
        }
        return lines
    }

    private func fault(_ known: Int) -> StoreError {
        .damaged(path: path, why: "line \(known + 1) is not as it was written")
    }

    private func contents() throws(StoreError) -> [UInt8] {
        guard let size = size(of: path) else { return [] }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .cannotOpen(path: path, why: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: Int(size))
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            done += count
        }
        return Array(bytes.prefix(done))
    }

    /// After the last whole line, and until the disk has it.
    private func write(_ text: [UInt8]) throws(StoreError) {
        let whole = try contents().lastIndex(of: 10).map { $0 + 1 } ?? 0
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .cannotOpen(path: path, why: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        guard ftruncate(descriptor, off_t(whole)) == 0, pwrite(descriptor, text, text.count, off_t(whole)) == text.count,
            fsync(descriptor) == 0
        else { throw .diskFull(path: path, free: freeBytes(beside: path)) }
    }
}

extension ErasureRecord {
    /// By what two records are known for one; numbers begin anew in an older database.
    var identity: [Int64] { [lead.value, at.milliseconds] }

    fileprivate var json: JSONValue {
        .compact([
            ("v", 1), ("number", .integer(number)), ("lead", .integer(lead.value)),
            ("prospect", prospect.map { .string($0.description) }), ("ref", ref.map { .string($0.description) }),
            ("reason", .string(reason.rawValue)), ("at", .integer(at.milliseconds)),
            ("keys", .array(keys.map { .string($0.hexadecimal) })),
            ("wordings", .array(wordings.map { .integer(Int64(bitPattern: $0)) })),
        ])
    }

    fileprivate init?(json: JSONValue) {
        guard json["v"]?.integer == 1, let number = json["number"]?.integer, let lead = json["lead"]?.integer,
            let reason = json["reason"]?.string.flatMap(ErasureReason.init), let at = json["at"]?.integer,
            let keys = JSONValue.list(json["keys"], { $0.string.flatMap([UInt8].init(hexadecimal:)) }),
            let wordings = JSONValue.list(json["wordings"], { $0.integer.map { UInt64(bitPattern: $0) } })
        else { return nil }
        self.init(
            number: number, lead: LeadID(lead), prospect: json["prospect"]?.string.flatMap { UUIDv7($0) },
            ref: json["ref"]?.string.flatMap { try? ProspectRef(parsing: $0) }, reason: reason,
            at: Instant(milliseconds: at), keys: keys, wordings: wordings)
    }
}
