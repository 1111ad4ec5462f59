/// What the program says to the shell: UX.md, "Exit codes". From 64 on they are those of sysexits.h.
enum ExitStatus: Int32, Sendable {
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
