extension Message {
    static let setupNone = Message(
        "setup.none",
        "Nothing is set up here yet. Make a database and copy the feeds and lexicons: pantau init (to practise: init --demo)",
        "Belum ada apa-apa di sini. Sediakan pangkalan data, suapan dan leksikon: pantau init (untuk berlatih: init --demo)",
        exit: .configuration, hint: "pantau init")

    static let noHome = Message(
        "err.no-home", "Neither HOME nor XDG_DATA_HOME is set. Say where the database is: --db FILE",
        "HOME dan XDG_DATA_HOME tidak ditetapkan. Nyatakan pangkalan data: --db FAIL", exit: .configuration,
        hint: "--db")

    static func databaseOpen(_ path: String, why: String) -> Message {
        Message(
            "err.db-open", "Cannot open the database \(path): \(why).",
            "Tidak dapat membuka pangkalan data \(path): \(why).", exit: .configuration, hint: "pantau doctor")
    }

    static func databasePermission(_ path: String, mode: String) -> Message {
        Message(
            "err.db-perm", "\(path) can be read by others (mode \(mode)). It holds personal data: chmod go-rwx \(path)",
            "\(path) boleh dibaca orang lain (mod \(mode)). Ia mengandungi data peribadi: chmod go-rwx \(path)",
            exit: .noPermission, hint: "chmod go-rwx \(path)")
    }

    static func folderPermission(_ path: String, mode: String) -> Message {
        Message(
            "err.folder-perm",
            "\(path) can be entered by others (mode \(mode)). It holds personal data: chmod go-rwx \(path)",
            "\(path) boleh dimasuki orang lain (mod \(mode)). Ia mengandungi data peribadi: chmod go-rwx \(path)",
            exit: .noPermission, hint: "chmod go-rwx \(path)")
    }

    static func databaseNewer(found: Int, known: Int) -> Message {
        Message(
            "err.db-newer", "The database has schema \(found); this program knows up to \(known). Update pantau.",
            "Pangkalan data berskema \(found); program ini mengenali hingga \(known). Kemas kini pantau.",
            exit: .configuration)
    }

    static func databaseOlder(found: Int, known: Int) -> Message {
        Message(
            "err.db-older",
            "The database has schema \(found); \(known) is needed. Any command that writes brings it up to date.",
            "Pangkalan data berskema \(found); \(known) diperlukan. Mana-mana arahan yang menulis akan mengemas kini.",
            exit: .configuration)
    }

    static func databaseDamaged(_ path: String, why: String) -> Message {
        Message(
            "err.db-damaged",
            "The database \(path) is damaged (\(why)). Nothing was written. Restore it from a backup.",
            "Pangkalan data \(path) rosak (\(why)). Tiada apa ditulis. Pulihkan daripada sandaran.",
            exit: .configuration, hint: "pantau doctor")
    }

    static func diskFull(_ path: String, free: Int64) -> Message {
        Message(
            "err.disk-full", "The disk is full (\(free) bytes left on \(path)). Stopped before anything was lost.",
            "Cakera penuh (baki \(free) bait pada \(path)). Dihentikan sebelum apa-apa hilang.", exit: .inputOutput)
    }

    static func databaseFault(_ why: String) -> Message {
        Message(
            "err.db-fault", "The database refused what pantau wrote (\(why)). Nothing was changed. Please report this.",
            "Pangkalan data menolak tulisan pantau (\(why)). Tiada perubahan. Sila laporkan.", exit: .failed)
    }

    static func databaseIO(_ path: String, why: String) -> Message {
        Message(
            "err.db-io", "The database \(path) cannot be read or written: \(why). What was kept before is kept.",
            "Pangkalan data \(path) tidak dapat dibaca atau ditulis: \(why). Yang disimpan sebelum ini kekal.",
            exit: .inputOutput, hint: "pantau doctor")
    }

    static func databaseBusy(_ path: String) -> Message {
        Message(
            "err.db-busy", "Another program is writing to \(path). Nothing was changed. Try again.",
            "Program lain sedang menulis ke \(path). Tiada perubahan. Cuba lagi.", exit: .temporary)
    }

    static func leaseLost(_ host: String) -> Message {
        Message(
            "err.lease",
            "Another crawl took over \(host) meanwhile. Nothing of that poll was kept; it will be polled again.",
            "Rayapan lain telah mengambil alih \(host). Tiada apa-apa disimpan; hos itu akan dilawati semula.",
            exit: .temporary)
    }

    static func locked(pid: String, host: String, since: String) -> Message {
        Message(
            "err.locked", "Another crawl (process \(pid) on \(host), since \(since)) holds the lock.",
            "Rayapan lain (proses \(pid) di \(host), sejak \(since)) memegang kunci.", exit: .temporary)
    }

    static func lockedSkip(since: String) -> Message {
        Message(
            "note.locked-skip", "Another crawl is running since \(since); this one does nothing.",
            "Rayapan lain sedang berjalan sejak \(since); yang ini tidak berbuat apa-apa.")
    }
}
