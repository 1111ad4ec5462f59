import ArgumentParser

/// What a squad member does all day.
struct LeadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lead",
        abstract: "Review what was flagged.",
        subcommands: [
            LeadList.self,
            LeadShow.self,
            LeadExplain.self,
            LeadAccept.self,
            LeadReject.self,
            LeadSnooze.self,
            LeadUnsnooze.self,
            LeadClaim.self,
            LeadRelease.self,
            LeadSimilar.self,
            LeadHistory.self,
            LeadOpen.self,
            LeadAssign.self,
            LeadNoteCommand.self,
            LeadLabelCommand.self,
            LeadEditCommand.self,
            LeadMerge.self,
            LeadUnmerge.self,
            LeadDiffer.self,
            LeadReopen.self,
            LeadRescoreCommand.self,
            LeadAdd.self,
            LeadErase.self,
        ])
}
