import ArgumentParser

/// What a squad member does all day.
struct LeadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lead",
        abstract: "Review what was flagged.",
        subcommands: [
            LeadList.self, LeadShow.self, LeadExplain.self, LeadAccept.self, LeadReject.self, LeadSnooze.self,
            LeadUnsnooze.self, LeadClaim.self, LeadRelease.self, LeadErase.self,
        ])
}
