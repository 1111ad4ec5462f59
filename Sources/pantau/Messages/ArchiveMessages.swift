import Archiving
import Model

extension Message {
    init(_ error: ArchiveError) {
        switch error {
        case .missing(let path): self = .archiveMissing(path)
        case .tooOpen(let path, let mode): self = .archivePermission(path, mode: mode)
        case .diskFull(let path, let free): self = .archiveDiskFull(path, free: free)
        case .busy, .system, .tooLarge, .damaged: self = .archiveTrouble(error.description)
        }
    }

    init(_ note: ArchiveNote) {
        switch note {
        case .paused(let error, let until): self = .archivePaused(error, until: until)
        case .resumed: self = .archiveResumed
        case .repaired(let file, let bytes): self = .archiveRepaired(file, bytes: bytes)
        case .setAside(let fault): self = .archiveSetAside(fault)
        case .passedOver(let error): self = .archiveTrouble(error.description)
        }
    }

    static func archiveMissing(_ path: String) -> Message {
        Message(
            "err.archive-none", "There is no archive at \(path). Crawls keep pages where archive.enabled is on.",
            "Tiada arkib di \(path). Rayapan menyimpan halaman jika archive.enabled ialah on.", exit: .configuration,
            hint: "archive: {enabled: on}")
    }

    static func archivePermission(_ path: String, mode: String) -> Message {
        Message(
            "err.archive-perm",
            "\(path) can be entered by others (mode \(mode)). It holds pages with personal data: chmod 700 \(path)",
            "\(path) boleh dimasuki orang lain (mod \(mode)). Ia menyimpan halaman dengan data peribadi: chmod 700 \(path)",
            exit: .noPermission, hint: "chmod 700 \(path)")
    }

    static func archiveDiskFull(_ path: String, free: Int64) -> Message {
        Message(
            "err.archive-full", "The disk is too full for the archive (\(free) bytes left at \(path)).",
            "Cakera terlalu penuh untuk arkib (baki \(free) bait di \(path)).", exit: .inputOutput,
            hint: "pantau archive purge --older-than 7d")
    }

    static func archiveTrouble(_ why: String) -> Message {
        Message("err.archive", "The archive: \(why).", "Arkib: \(why).", exit: .inputOutput, hint: "pantau doctor")
    }

    static func archivePaused(_ error: ArchiveError, until: Instant) -> Message {
        let time = until.rfc3339()
        return Message(
            "note.archive-paused", "Nothing is archived until \(time): \(error). The crawl goes on.",
            "Tiada apa diarkibkan hingga \(time): \(error). Rayapan diteruskan.")
    }

    static let archiveResumed = Message(
        "note.archive-resumed", "Pages are archived again.", "Halaman diarkibkan semula.")

    static func archiveRepaired(_ file: String, bytes: Int64) -> Message {
        Message(
            "note.archive-repaired", "\(file): \(bytes) bytes of a page that was not kept whole are cut off.",
            "\(file): \(bytes) bait halaman yang tidak disimpan penuh telah dibuang.")
    }

    static func archiveSetAside(_ fault: ArchiveFault) -> Message {
        Message(
            "note.archive-damaged", "\(fault). The file is left as it is; the day goes on in the next one.",
            "\(fault). Fail dibiarkan; hari ini diteruskan dalam fail seterusnya.")
    }

    static func archivePurged(_ count: Int, isTrial: Bool) -> Message {
        isTrial
            ? Message(
                "archive.purge-trial", "\(count) files of the archive would be removed.",
                "\(count) fail arkib akan dibuang.")
            : Message(
                "archive.purged", "\(count) files of the archive were too old and are removed.",
                "\(count) fail arkib yang terlalu lama telah dibuang.")
    }

    static let archiveEmpty = Message(
        "archive.empty", "The archive holds nothing.", "Arkib kosong.")

    static func archiveWhole(files: Int, records: Int) -> Message {
        Message(
            "archive.whole", "\(records) records in \(files) files, each as it was written.",
            "\(records) rekod dalam \(files) fail, semuanya seperti ketika ditulis.")
    }

    static func archiveBroken(_ fault: ArchiveFault, others: Int) -> Message {
        let rest = others > 0 ? ("; \(others) more files are damaged", "; \(others) fail lagi rosak") : ("", "")
        return Message("err.archive-damaged", "\(fault)\(rest.0).", "\(fault)\(rest.1).", exit: .badData)
    }

    static func notArchived(_ what: String) -> Message {
        Message(
            "err.archive-not-found",
            "The archive does not hold \(what): it was off then, or the time to keep it is over.",
            "Arkib tidak menyimpan \(what): ia dimatikan ketika itu, atau tempoh simpanan telah tamat.", exit: .failed,
            hint: "pantau archive list")
    }

    static func noArticle(_ number: Int64) -> Message {
        Message("err.article", "There is no article \(number).", "Tiada berita \(number).", exit: .failed)
    }
}
