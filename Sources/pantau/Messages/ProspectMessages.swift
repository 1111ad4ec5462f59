import Model
import Referring

extension Message {
    init(_ error: ExportError) {
        switch error {
        case .exists(let path): self = .exists(path)
        case .noFolder(let path):
            self = Message(
                error.code, error.description,
                "Tiada folder \(path). Tiada apa ditulis. Sediakan: mkdir -m 700 \(path)",
                exit: .cannotCreate, hint: "mkdir -m 700 \(path)")
        case .notAFolder(let path):
            self = Message(
                error.code, error.description, "\(path) bukan folder. Tiada apa ditulis; beri folder dengan --out.",
                exit: .cannotCreate, hint: "--out")
        case .notAllowed(let path):
            self = Message(
                error.code, error.description, "Tiada kebenaran menulis dalam \(path). Tiada apa ditulis.",
                exit: .cannotCreate)
        case .diskFull(let path):
            self = Message(
                error.code, error.description,
                "Cakera \(path) penuh. Yang telah ditulis dibuang; kosongkan ruang dan ulang.", exit: .inputOutput)
        case .cannotWrite(let path, let why):
            self = Message(
                error.code, error.description, "Tidak dapat menulis \(path): \(why). Yang telah ditulis dibuang.",
                exit: .inputOutput)
        case .cannotRead(let path, let why):
            self = Message(
                error.code, error.description, "Tidak dapat membaca \(path): \(why).", exit: .inputOutput)
        case .unprotected(let consumer):
            self = Message(
                error.code, error.description,
                "Tiada cara perlindungan bagi eksport \(consumer); tiada apa ditulis. Namakan penerima (age) dalam "
                    + "consumers.yaml atau dengan --encrypt-to, atau --plain --reason SEBAB.",
                exit: .refused, hint: "--encrypt-to FILE")
        case .seal(let error): self = Message(error)
        case .badConsumer(let name):
            self = Message(
                error.code, error.description,
                "\"\(name)\" bukan nama penerima; guna 1 hingga 64 aksara a-z 0-9 . _ -", exit: .usage)
        case .unknownExport(let id):
            self = Message(
                error.code, error.description, "Tiada eksport \(id). Senarai: pantau export list", exit: .failed,
                hint: "pantau export list")
        case .skipsEvents(let id, _):
            self = Message(
                error.code, error.description,
                "Eksport \(id) bermula selepas kursor; yang di antaranya tidak akan dihantar. Tiada apa disahkan.",
                exit: .conflict)
        }
    }

    static func exportEmpty(_ consumer: String, cursor: Int64?) -> Message {
        let since = cursor.map { (" since cursor \($0)", " sejak kursor \($0)") } ?? ("", "")
        return Message(
            "export.empty", "Nothing new for \(consumer)\(since.0).", "Tiada yang baharu untuk \(consumer)\(since.1).")
    }

    static func exportHeld(_ count: Int, until time: String) -> Message {
        Message(
            "export.held", "Accepted, still held, not in the files: \(count). The first may leave at \(time).",
            "Diterima, masih ditahan, tiada dalam fail: \(count). Yang pertama boleh dihantar pada \(time).")
    }

    static func exportWrote(_ file: String, _ records: Int, bytes: Int) -> Message {
        Message(
            "export.wrote", "Wrote  \(file)  \(records) events, \(bytes) bytes",
            "Ditulis  \(file)  \(records) peristiwa, \(bytes) bait")
    }

    static func exportManifest(_ file: String, after: Int64, through: Int64) -> Message {
        Message(
            "export.manifest", "Wrote  \(file)  cursor \(after) -> \(through)",
            "Ditulis  \(file)  kursor \(after) -> \(through)")
    }

    static func exportNext(_ consumer: String, id: String) -> Message {
        Message(
            "export.next",
            "The cursor of \(consumer) moves when the files are confirmed: pantau export confirm \(id)",
            "Kursor \(consumer) bergerak apabila fail disahkan: pantau export confirm \(id)")
    }

    static func exportConfirmed(_ consumer: String, through: Int64) -> Message {
        Message(
            "export.confirmed", "Confirmed; the cursor of \(consumer) is \(through).",
            "Disahkan; kursor \(consumer) ialah \(through).")
    }

    static func exportSound(files: Int, records: Int, schema: String) -> Message {
        Message(
            "export.sound", "ok    files: \(files), checksums, records: \(records), schema \(schema), cursor order",
            "ok    fail: \(files), semak jumlah, rekod: \(records), skema \(schema), susunan kursor")
    }

    static func exportSignature(_ found: ExportVerification) -> Message {
        guard let key = found.keyID else {
            return Message(
                "export.unsigned", "The manifest is not signed: nothing says who wrote it.",
                "Manifes tidak ditandatangani: tiada yang menyatakan siapa penulisnya.")
        }
        return found.isSignedByKey
            ? Message("export.signed", "Signed by \(key), as it should be.", "Ditandatangani oleh \(key), betul.")
            : Message(
                "export.unchecked", "Signed by \(key); --public-key KEY checks it.",
                "Ditandatangani oleh \(key); semak dengan --public-key KUNCI.")
    }

    static func exportSealed(_ count: Int) -> Message {
        Message(
            "export.sealed",
            "\(count) files are encrypted: of them only checksums were looked at. Open them: --identity",
            "\(count) fail disulitkan: hanya semak jumlah diperiksa. Buka dengan --identity")
    }

    static func exportWroteTable(_ file: String, _ records: Int, leftOut: Int) -> Message {
        Message(
            "export.table", "Wrote  \(file)  \(records) rows; \(leftOut) restricted records are not in it",
            "Ditulis  \(file)  \(records) baris; \(leftOut) rekod terhad tidak dimasukkan")
    }

    static func noAcknowledgements(_ folder: String) -> Message {
        Message("export.no-acks", "No *.ack in \(folder).", "Tiada *.ack dalam \(folder).")
    }

    static func exportDamaged(_ path: String) -> Message {
        Message(
            "err.checksum", "\(path): the export is not as it was written. Do not ingest it.",
            "\(path): eksport tidak seperti yang ditulis. Jangan guna.", exit: .badData,
            hint: "pantau export --out DIR")
    }

    static let prospectListEmpty = Message(
        "prospect.list.empty", "No prospects yet. Accept a lead: pantau lead accept ID",
        "Belum ada prospek. Terima kes: pantau lead accept ID")
}
