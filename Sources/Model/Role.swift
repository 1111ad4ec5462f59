/// What somebody is at this desk. The one table of who may do what; nothing else decides it (PRIVACY.md section 6).
public enum Role: String, Labelled, Comparable {
    case viewer, reviewer, supervisor, scheduler, pusher, auditor, admin
    /// A program that acts for people who have signed in to it, such as a web desk. May do nothing in its own name.
    case service

    public var permissions: Set<Permission> {
        switch self {
        case .viewer: [.free, .seeNumbers, .seeList]
        case .reviewer: Role.viewer.permissions.union([.seeLead, .decide, .refer, .seeLog])
        case .supervisor:
            Role.reviewer.permissions.union([.seeProtected, .seeUnmasked, .push, .erase, .editSources])
        // A timer: reads the news, keeps the house, and sees nobody.
        case .scheduler: [.free, .seeNumbers, .crawl, .maintain]
        case .pusher: [.free, .seeNumbers, .push]
        // Neither leads nor numbers: whoever checks the others takes no part.
        case .auditor: [.free, .seeLog]
        // Keeps the machine and the users, and sees no lead. Nor the log: it tells of the admin as well.
        case .admin: [.free, .seeNumbers, .crawl, .editSources, .maintain, .configure, .manageUsers, .actAs]
        case .service: [.free, .actAs]
        }
    }

    /// What it may do in the name of another, where that other may do it too: `--as` gives nobody more than either has.
    /// So an admin sees no leads through a reviewer's name.
    public var reach: Set<Permission> {
        switch self {
        case .service: Set(Permission.allCases).subtracting([.manageUsers, .configure, .actAs])
        case .viewer, .reviewer, .supervisor, .scheduler, .pusher, .auditor, .admin: permissions
        }
    }

    public var labels: (en: String, ms: String) {
        switch self {
        case .viewer: ("viewer", "pemerhati")
        case .reviewer: ("reviewer", "penyemak")
        case .supervisor: ("supervisor", "penyelia")
        case .scheduler: ("scheduler", "penjadual")
        case .pusher: ("pusher", "penghantar")
        case .auditor: ("auditor", "juruaudit")
        case .admin: ("admin", "pentadbir")
        case .service: ("service", "perkhidmatan")
        }
    }

    /// In the order of the list above.
    public static func < (a: Role, b: Role) -> Bool { a.rank < b.rank }
    private var rank: Int { Role.allCases.firstIndex(of: self) ?? 0 }

    /// The first role that has a permission, for a hint.
    public static func holding(_ permission: Permission) -> Role? {
        allCases.first { $0.permissions.contains(permission) }
    }
}
