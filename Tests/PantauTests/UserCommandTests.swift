import Model
import Storing
import StoringSamples
import Testing

@testable import pantau

/// The regime of roles, from the first `user add` on.
@Suite struct UserCommandTests {
    let desk: MemoryDesk
    init() throws { desk = try MemoryDesk() }

    @Test func aOnePersonDeskWorksWithoutUsers() async throws {
        try await desk.keepTwoLeads()
        let listed = try await desk.run("user list --format table")
        #expect(listed.data.hasPrefix("Nobody is registered, so aminah may do everything."))
        #expect(try await desk.run("lead accept 2 --as hafiz").failure == nil)
        #expect(try await desk.run("lead show 2 --json", by: "siapa-siapa").failure == nil)
    }

    @Test func theFirstUserKeepsTheOwnerAdminAndSupervisor() async throws {
        let added = try await desk.run("user add hafiz --role reviewer")
        #expect(added.lines == ["aminah: supervisor, admin.", "hafiz: reviewer."])
        #expect(
            try await desk.run("user list").records == [
                ["aminah", "aminah", "supervisor,admin", "no"], ["hafiz", "hafiz", "reviewer", "no"],
            ])
        let entry = try #require(try await desk.log().first)
        #expect(entry.draft.verb == "user.add")
        #expect(entry.draft.targets.compactMap(\.other) == ["aminah", "hafiz"])
    }

    @Test func whoRegistersThemselvesStaysInCharge() async throws {
        #expect(try await desk.run("user add aminah --role reviewer").lines == ["aminah: reviewer, supervisor, admin."])
        let other = try await MemoryDesk().run("user add aminah --login root --role reviewer", by: "aminah")
        #expect(other.failure?.id == "err.own-name")
    }

    /// One command for each permission, and who may run it.
    private static let commands: [(line: String, permission: Permission)] = [
        ("info", .free), ("today", .seeNumbers), ("report daily", .seeNumbers), ("lead list", .seeList),
        ("lead show 2", .seeLead), ("lead explain 2", .seeLead), ("lead claim 2", .decide), ("undo", .decide),
        ("log", .seeLog), ("export list", .push), ("crawl stop", .crawl), ("user list", .seeNumbers),
        ("user add baharu --role viewer", .manageUsers), ("lead show 1 --reveal --reason semak", .seeProtected),
        ("prospect list", .seeLead), ("review", .decide),
    ]

    @Test(arguments: Role.allCases) func aRoleOpensItsCommandsAndNoOther(role: Role) async throws {
        try await desk.keepTwoLeads()
        try await desk.registerEverybody()
        for (line, permission) in UserCommandTests.commands {
            let written = try await desk.run(line, by: role.rawValue)
            let isAllowed = role.permissions.contains(permission)
            #expect((written.failure?.id == "err.role") == !isAllowed, "\(role) \(line): \(written)")
            if !isAllowed { #expect(written.data.isEmpty, "\(role) \(line)") }
        }
    }

    @Test func aRefusalIsJournaledAndNamesTheNextStep() async throws {
        try await desk.keepTwoLeads()
        try await desk.run("user add tengku --role viewer")
        let refused = try await desk.run("lead show 2 --read-only", by: "tengku")
        let message = try #require(refused.failure)
        #expect(message.exit == .refused)
        #expect(
            message.english == "tengku (viewer) may not open leads. Ask aminah for the reviewer role: "
                + "pantau user role tengku --add reviewer")
        let entry = try #require(try await desk.log().first)
        #expect(entry.draft.verb == "refused" && entry.draft.reason == "see-lead")
        #expect(entry.draft.author.unixUser == "tengku")
    }

    @Test func anUnregisteredLoginMayOnlyAskForHelp() async throws {
        try await desk.run("user add hafiz --role reviewer")
        #expect(try await desk.run("lead list", by: "tom").failure?.id == "err.unregistered")
        #expect(try await desk.run("info", by: "tom").failure == nil)
        #expect(try await desk.log().first?.draft.verb == "refused")
    }

    @Test func anAdminSeesNoLeadsThroughAReviewersName() async throws {
        try await desk.keepTwoLeads()
        try await desk.registerEverybody()
        let shown = try await desk.run("lead show 2 --as reviewer", by: "admin")
        #expect(shown.failure?.id == "err.role" && shown.data.isEmpty)
    }

    @Test func aServiceActsForAReviewerAndBothNamesAreJournaled() async throws {
        try await desk.keepTwoLeads()
        try await desk.registerEverybody()
        #expect(try await desk.run("lead accept 2 --as reviewer", by: "service").failure == nil)
        let author = try #require(try await desk.log().first).draft.author
        #expect((author.actor.name, author.unixUser) == ("reviewer", "service"))
        #expect(try await desk.run("lead list", by: "service").failure?.id == "err.role")
        #expect(try await desk.run("lead list --as viewer", by: "reviewer").failure?.id == "err.act-as")
    }

    @Test func aDisabledUserDoesNothingUntilBroughtBack() async throws {
        try await desk.run("user add hafiz --role reviewer")
        #expect(try await desk.run("user disable hafiz").data == "hafiz: disabled.\n")
        #expect(try await desk.run("lead list", by: "hafiz").failure?.id == "err.disabled")
        #expect(try await desk.run("user disable hafiz").messages == "hafiz is already so; nothing was changed.\n")
        try await desk.run("user role hafiz --set viewer")
        #expect(try await desk.run("lead list", by: "hafiz").failure == nil)
        #expect(try await desk.log().filter { $0.draft.verb.hasPrefix("user.") }.count == 3)
    }

    @Test(arguments: [
        ("user disable aminah", "err.last-admin"), ("user role aminah --remove admin", "err.last-admin"),
        ("user role hafiz --remove reviewer", "err.no-role"), ("user add hafiz --role viewer", "err.user-exists"),
        ("user add hafiza --login hafiz --role viewer", "err.login-taken"), ("user disable siapa", "err.no-user"),
    ])
    func whatWouldLockEverybodyOutIsRefused(line: String, id: String) async throws {
        try await desk.run("user add hafiz --role reviewer")
        let before = try await desk.run("user list").data
        #expect(try await desk.run(line).failure?.id == id)
        #expect(try await desk.run("user list").data == before)
    }

    /// The person who typed it, where a squad shares one database through sudo.
    @Test func theLoginBehindSudoIsWhoAsks() async throws {
        let machine = try Machine()
        try await machine.pantau("init")
        try await machine.pantau("user", "add", "daemon", "--role", "viewer")
        let sudo = ["SUDO_UID": "1", "PANTAU_USER": ""]
        #expect(try await machine.start(["lead", "list"], with: sudo).end().exit == 0)
        let refused = try await machine.start(["log"], with: sudo).end()
        #expect(refused.exit == 4 && refused.messages.contains("daemon (viewer) may not see the log."))
        let unknown = try await machine.start(["lead", "list"], with: ["SUDO_UID": "2", "PANTAU_USER": ""]).end()
        #expect(unknown.exit == 4 && unknown.output.isEmpty)
    }
}
