import ArgumentParser

/// Prospects on their way through agencies, and what comes back.
struct ReferralCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "referral", abstract: "Which agency has whom, who owes what next, and what came back.",
        subcommands: [
            ReferralList.self, ReferralShow.self, ReferralSend.self, ReferralSet.self, ReferralNudge.self,
            ReferralPush.self, ReferralSync.self, ReferralImport.self, ReferralDead.self, ReferralPing.self,
            ReferralReconcile.self,
        ])
}
