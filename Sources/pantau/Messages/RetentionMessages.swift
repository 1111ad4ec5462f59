import Model
import Storing

extension Message {
    // MARK: Erasure

    static func erasedForGood(_ lead: LeadID, _ reason: ErasureReason) -> Message {
        Message(
            "err.erased",
            "\(lead) was erased (\(reason.labels.en)). That cannot be undone: nothing that told of it is left.",
            "\(lead) telah dipadam (\(reason.labels.ms)). Ia tidak boleh dibatalkan: tiada apa-apa mengenainya tinggal.",
            exit: .conflict)
    }

    static let erasedRow = Message("lead.erased", "[erased]", "[dipadam]")

    static func alreadyErased(_ name: String, _ reason: ErasureReason, at day: String) -> Message {
        Message(
            "already.erased", "\(name) was erased on \(day) (\(reason.labels.en)). Nothing to do.",
            "\(name) telah dipadam pada \(day) (\(reason.labels.ms)). Tiada apa perlu dibuat.")
    }

    static func askErase(_ names: String, articles: Int) -> Message {
        Message(
            "ask.erase",
            "Erase all that tells of \(names), with \(articles) articles? It cannot be undone. Type yes: ",
            "Padam semua tentang \(names), bersama \(articles) berita? Ia tidak boleh dibatalkan. Taip ya: ")
    }

    static func eraseNeedsYes(_ names: String) -> Message {
        Message(
            "err.erase-yes", "Erasing \(names) cannot be undone. Without a terminal say --yes; nothing was changed.",
            "Memadam \(names) tidak boleh dibatalkan. Tanpa terminal, nyatakan --yes; tiada perubahan.",
            exit: .usage, hint: "--yes")
    }

    static func wouldErase(_ names: String, articles: Int, isTold: Bool) -> Message {
        Message(
            "erase.dry-run",
            "Would erase \(names) with \(articles) articles\(isTold ? ", and tell its receivers by a tombstone" : "").",
            "Akan memadam \(names) dengan \(articles) berita\(isTold ? ", dan memberitahu penerima" : "").")
    }

    static func erased(_ names: String, articles: Int) -> Message {
        Message(
            "erase.done",
            "Erased \(names) with \(articles) articles. The next crawl knows them by hashes and leaves them alone.",
            "Dipadam: \(names) dengan \(articles) berita. Rayapan seterusnya mengenalinya melalui cincangan sahaja.")
    }

    static func tombstoneWaits(_ ref: String) -> Message {
        Message(
            "erase.tombstone", "A tombstone of \(ref) waits in the outbox: it leaves with the next export or push.",
            "Notis pemadaman \(ref) menunggu dalam peti keluar: ia dihantar dengan eksport seterusnya.")
    }

    static func neverLeft(_ ref: String) -> Message {
        Message(
            "erase.never-left", "\(ref) never left, so nobody has to be told.",
            "\(ref) tidak pernah dihantar, jadi tiada sesiapa perlu diberitahu.")
    }

    static func erasedExports(_ names: [String]) -> Message {
        let list = names.joined(separator: ", ")
        return Message(
            "erase.exports", "Files of earlier exports hold it still; delete them where they lie: \(list)",
            "Fail eksport terdahulu masih mengandunginya; padamkannya: \(list)")
    }

    static func olderCopies(_ paths: [String]) -> Message {
        let list = paths.joined(separator: ", ")
        return Message(
            "erase.copies",
            "Copies made before now hold it still; delete them, or restore from them only with pantau: \(list)",
            "Salinan terdahulu masih mengandunginya; padamkan, atau pulihkan hanya dengan pantau: \(list)")
    }

    static func relatedLeads(_ leads: [LeadID]) -> Message {
        let list = leads.map(\.description).joined(separator: " ")
        return Message(
            "erase.related", "May be of the same person, and were left: \(list)",
            "Mungkin orang yang sama, dan dibiarkan: \(list)", hint: "pantau lead show")
    }

    static func notEmptied(_ path: String) -> Message {
        Message(
            "err.db-not-emptied",
            "It was erased, but a program that reads \(path) keeps its log from being emptied. Run: pantau db vacuum",
            "Ia telah dipadam, tetapi program lain masih membaca \(path) dan log tidak dapat dikosongkan. "
                + "Jalankan: pantau db vacuum", exit: .temporary, hint: "pantau db vacuum")
    }

    static func eraseNeedsReason() -> Message {
        let codes = ErasureReason.allCases.map(\.rawValue).joined(separator: ", ")
        return Message(
            "err.no-reason", "An erasure needs --reason. One of: \(codes)",
            "Pemadaman memerlukan --reason. Salah satu: \(codes)", exit: .usage, hint: "--reason")
    }

    static func archiveCleaned(_ records: Int) -> Message {
        Message(
            "erase.archive", "Removed \(records) pages from the archive.", "Dibuang \(records) halaman daripada arkib.")
    }

    static let archiveClean = Message(
        "archive.clean", "No page of an erased case is left in the archive.",
        "Tiada halaman kes yang dipadam tinggal dalam arkib.")

    static func archiveNotCleaned(_ why: String) -> Message {
        Message(
            "err.erase-archive",
            "It was erased, but pages in the archive could not be gone through: \(why). Run: pantau archive erase",
            "Ia telah dipadam, tetapi arkib tidak dapat diperiksa: \(why). Jalankan: pantau archive erase",
            exit: .inputOutput, hint: "pantau archive erase")
    }
}

extension Message {
    // MARK: The demonstration

    static func demoLoaded(_ articles: Int, leads: Int) -> Message {
        Message(
            "init.demo", "Read   \(articles) invented articles; \(leads) leads wait for review (is:demo)",
            "Dibaca   \(articles) berita rekaan; \(leads) kes menunggu semakan (is:demo)")
    }

    static func demoKnown(_ articles: Int) -> Message {
        Message(
            "init.demo-known", "Kept   the \(articles) invented articles  (they were there)",
            "Kekal   \(articles) berita rekaan  (sedia ada)")
    }

    static let tryDemo = Message("init.try-demo", "Try:   pantau review", "Cuba:   pantau review")

    // MARK: The database

    static func migrated(to schema: Int) -> Message {
        Message("db.migrated", "The database has schema \(schema).", "Pangkalan data berskema \(schema).")
    }

    static func remarksMasked(_ count: Int) -> Message {
        Message(
            "db.masked",
            "Masked the identifiers in \(count) older remarks. Copies and backups made before now hold them still.",
            "Pengenalan diri dalam \(count) catatan lama telah disembunyikan. Salinan terdahulu masih mengandunginya.")
    }

    static func checked(entries: Int, erasures: Int) -> Message {
        Message(
            "db.checked", "Whole: every page and reference, \(entries) entries of the log, \(erasures) erasures.",
            "Sempurna: semua halaman dan rujukan, \(entries) catatan log, \(erasures) pemadaman.")
    }

    static let journalBroken = Message(
        "err.journal", "The log of decisions is not as it was written. See which entry: pantau log --verify",
        "Log keputusan tidak seperti yang ditulis. Lihat catatan mana: pantau log --verify", exit: .badData,
        hint: "pantau log --verify")

    static func erasuresMissing(_ count: Int, of path: String) -> Message {
        Message(
            "err.erasures", "\(count) erasures are missing in \(path). Write them again: pantau db vacuum",
            "\(count) pemadaman tiada dalam \(path). Tulis semula: pantau db vacuum", exit: .badData,
            hint: "pantau db vacuum")
    }

    static func vacuumed(before: Int64, after: Int64) -> Message {
        Message(
            "db.vacuumed", "Written anew: \(after / 1000) kB, \(before / 1000) kB before. The log is empty.",
            "Ditulis semula: \(after / 1000) kB, sebelumnya \(before / 1000) kB. Log kosong.")
    }

    static func purgeLine(_ line: String) -> Message { Message("db.purge.line", line, line) }

    static func askPurge(_ count: Int) -> Message {
        Message(
            "ask.purge", "Remove these for good? Type \(count): ", "Buang semua ini selama-lamanya? Taip \(count): ")
    }

    static let purgeNeedsYes = Message(
        "err.purge-yes", "A purge cannot be undone. See it first with --dry-run, then say --yes; nothing was changed.",
        "Pembuangan tidak boleh dibatalkan. Lihat dahulu dengan --dry-run, kemudian --yes; tiada perubahan.",
        exit: .usage, hint: "--dry-run")

    static let purgeEmpty = Message(
        "db.purge.empty", "Nothing is kept for too long.", "Tiada apa-apa disimpan terlalu lama.")

    static func purged(isTrial: Bool) -> Message {
        isTrial
            ? Message(
                "db.purge.dry-run", "These would go. Nothing was changed; to do it: pantau db purge --yes",
                "Ini akan dibuang. Tiada perubahan; untuk membuangnya: pantau db purge --yes",
                hint: "pantau db purge --yes")
            : Message(
                "db.purge.done", "These are gone. Crawls know their addresses by hashes and leave them alone.",
                "Ini telah dibuang. Rayapan mengenali alamatnya melalui cincangan dan membiarkannya.")
    }

    static func buried(_ count: Int) -> Message {
        Message(
            "db.purge.told", "\(count) tombstones wait in the outbox for receivers whose time is over.",
            "\(count) notis pemadaman menunggu dalam peti keluar.")
    }

    static func backedUp(_ path: String, bytes: Int64, sha256: String) -> Message {
        Message(
            "db.backup.done", "Wrote  \(path)  \(bytes) bytes, whole, sha256 \(sha256)",
            "Ditulis  \(path)  \(bytes) bait, sempurna, sha256 \(sha256)")
    }

    static let backupIsPlain = Message(
        "db.backup.plain", "It holds personal data in the clear. To encrypt it: --encrypt-to RECIPIENTS",
        "Ia mengandungi data peribadi yang boleh dibaca. Untuk menyulitkannya: --encrypt-to PENERIMA",
        hint: "--encrypt-to")

    static func keepKeyApart(_ path: String) -> Message {
        Message(
            "db.backup.key", "Keep \(path)-key and \(path)-erased as well, apart from it: a restore needs both.",
            "Simpan juga \(path)-key dan \(path)-erased secara berasingan: pemulihan memerlukan kedua-duanya.")
    }

    static func cannotRemove(_ path: String, why: String) -> Message {
        Message(
            "err.remove", "Cannot remove \(path): \(why).", "Tidak dapat membuang \(path): \(why).",
            exit: .inputOutput)
    }

    static func fileExists(_ path: String) -> Message {
        Message(
            "err.out-exists", "\(path) exists. Nothing was written.", "\(path) sudah ada. Tiada apa ditulis.",
            exit: .cannotCreate)
    }

    static func askRestore(_ path: String) -> Message {
        Message(
            "ask.restore", "Put this backup in the place of \(path)? What came since is put aside. Type yes: ",
            "Gantikan \(path) dengan sandaran ini? Yang sedia ada diketepikan. Taip ya: ")
    }

    static func restoreNeedsYes(_ path: String) -> Message {
        Message(
            "err.restore-yes", "This replaces \(path). Without a terminal say --yes; nothing was changed.",
            "Ini menggantikan \(path). Tanpa terminal, nyatakan --yes; tiada perubahan.", exit: .usage,
            hint: "--yes")
    }

    static func putAside(_ path: String) -> Message {
        Message(
            "db.restore.aside", "What was there before lies at \(path). It holds personal data: remove it in time.",
            "Pangkalan data terdahulu terletak di \(path). Ia mengandungi data peribadi: buang apabila tiba masanya.")
    }

    static func restored(_ path: String, _ report: Restoration.Report, isTrial: Bool) -> Message {
        let (entries, again) = (report.entries, report.erasedAgain)
        return isTrial
            ? Message(
                "db.restore.dry-run",
                "The backup is whole (\(entries) entries); \(again) leads erased since would be erased again.",
                "Sandaran sempurna (\(entries) catatan); \(again) kes yang telah dipadam akan dipadam semula.")
            : Message(
                "db.restore.done",
                "Restored \(path) (\(entries) entries); \(again) leads erased since were erased again.",
                "\(path) dipulihkan (\(entries) catatan); \(again) kes yang telah dipadam dipadam semula.")
    }
}
