/// What the program says to the shell: UX.md, "Exit codes". From 64 on they are those of sysexits.h.
enum ExitStatus: Int32, Sendable, CaseIterable {
    case done = 0
    case failed = 1
    case cancelled = 2
    case partial = 3
    case refused = 4
    case conflict = 5
    case usage = 64
    case badData = 65
    case unavailable = 69
    case cannotCreate = 73
    case inputOutput = 74
    /// Nothing is wrong that the next run will not mend: no network, a lock, a signal.
    case temporary = 75
    case noPermission = 77
    case configuration = 78
    case interrupted = 130
}

extension ExitStatus {
    /// What it tells whoever started the program, and whether the same command may help later.
    var labels: (en: String, ms: String) {
        switch self {
        case .done: ("done, also where nothing was to do", "selesai, juga jika tiada apa-apa perlu dibuat")
        case .failed: ("failed", "gagal")
        case .cancelled: ("cancelled at a question", "dibatalkan pada soalan")
        case .partial:
            (
                "finished, but too many sources failed; try again",
                "selesai, tetapi terlalu banyak sumber gagal; cuba lagi"
            )
        case .refused: ("not allowed", "tidak dibenarkan")
        case .conflict: ("claimed, changed meanwhile, or already sent", "sedang disemak, berubah, atau sudah dihantar")
        case .usage: ("the command is wrong", "arahan tidak betul")
        case .badData: ("a file or a record is wrong", "fail atau rekod tidak betul")
        case .unavailable: ("the receiver is not available; try again", "penerima tiada; cuba lagi")
        case .cannotCreate: ("a file cannot be made", "fail tidak boleh dibuat")
        case .inputOutput: ("disk or file trouble", "masalah cakera atau fail")
        case .temporary:
            (
                "no network, a lock, or stopped by a signal; try again",
                "tiada rangkaian, terkunci, atau dihentikan; cuba lagi"
            )
        case .noPermission: ("permissions of a file or folder", "kebenaran fail atau folder")
        case .configuration: ("the configuration, or nothing is set up", "tetapan, atau belum disediakan")
        case .interrupted: ("Ctrl-C", "Ctrl-C")
        }
    }
}
