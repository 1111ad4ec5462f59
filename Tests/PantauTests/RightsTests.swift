import Model
import StoringSamples
import Testing

/// Who may do what: the table, and what `--as` makes of it.
@Suite struct RightsTests {
    private func user(_ name: String, _ roles: Role..., isDisabled: Bool = false) -> User {
        User(name: Sample.actor(name), unixUser: name, roles: Set(roles), isDisabled: isDisabled)
    }

    @Test(arguments: [Permission.seeList, .seeLead, .seeProtected, .seeUnmasked, .decide, .refer, .push, .seeLog])
    func anAdminSeesNoLeads(permission: Permission) {
        #expect(!Role.admin.permissions.contains(permission))
    }

    @Test func anAuditorSeesTheLogOnly() { #expect(Role.auditor.permissions == [.free, .seeLog]) }

    @Test(arguments: [Role.scheduler, .pusher])
    func aMachineCannotReadLeads(role: Role) {
        #expect(role.permissions.isDisjoint(with: [.seeList, .seeLead, .seeProtected, .seeUnmasked, .decide]))
    }

    @Test func onlyASupervisorSeesWhomALeadProtects() {
        #expect(Role.allCases.filter { $0.permissions.contains(.seeProtected) } == [.supervisor])
    }

    @Test func everyPermissionIsSomebodys() {
        for permission in Permission.allCases { #expect(Role.holding(permission) != nil, "\(permission)") }
    }

    @Test func whereNobodyIsRegisteredTheOwnerIsEverything() throws {
        let rights = try Rights(of: "tom", as: nil, otherwise: Sample.actor("aminah"), among: [])
        #expect(rights.isOneDesk && rights.actor.name == "aminah")
        #expect(rights.permissions == Set(Permission.allCases))
    }

    @Test func whoIsNotRegisteredOrDisabledHasNoRights() {
        let users = [user("aminah", .admin), user("hafiz", .reviewer, isDisabled: true)]
        #expect(throws: RightsRefusal.unregistered("tom")) {
            try Rights(of: "tom", as: nil, otherwise: Sample.actor("tom"), among: users)
        }
        #expect(throws: RightsRefusal.disabled(Sample.actor("hafiz"))) {
            try Rights(of: "hafiz", as: nil, otherwise: Sample.actor("hafiz"), among: users)
        }
        #expect(throws: RightsRefusal.unknownOther(Sample.actor("hafiz"))) {
            try Rights(of: "aminah", as: Sample.actor("hafiz"), otherwise: Sample.actor("aminah"), among: users)
        }
    }

    /// Whoever acts for another never gains what they or the other lack; only an admin or a service may at all.
    @Test(arguments: Role.allCases, Role.allCases)
    func actingForAnotherGivesNobodyMoreThanEitherHas(own: Role, other: Role) throws {
        let users = [user("own", own), user("other", other)]
        let asked = Sample.actor("other")
        guard own == .admin || own == .service else {
            #expect(throws: RightsRefusal.mayNotActAs(Sample.actor("own"), other: asked)) {
                try Rights(of: "own", as: asked, otherwise: asked, among: users)
            }
            return
        }
        let rights = try Rights(of: "own", as: asked, otherwise: asked, among: users)
        #expect(rights.actor == asked)
        #expect(rights.permissions.isSubset(of: other.permissions))
        if own == .admin { #expect(!rights.allows(.seeList) && !rights.allows(.seeLog)) }
        if own == .service { #expect(!rights.allows(.manageUsers) && !rights.allows(.actAs)) }
    }
}
