import ArgumentParser

/// Prospects on their way to the agencies, and what comes back.
struct ReferralCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "referral", abstract: "Prospects on their way to the agencies.",
        subcommands: [
            ReferralPush.self, ReferralSync.self, ReferralImport.self, ReferralDead.self, ReferralPing.self,
        ])
}
