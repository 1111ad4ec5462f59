import ArgumentParser

/// Pages as they came: what is kept, one of them, whether all are whole, and their end.
struct ArchiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive", abstract: "Pages as they came, where archive.enabled is on. They hold personal data.",
        subcommands: [ArchiveList.self, ArchiveShow.self, ArchiveVerify.self, ArchivePurge.self, ArchiveErase.self])
}
