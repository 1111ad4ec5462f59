import ArgumentParser

/// The database itself: how it fares, what goes, copies and their way back.
struct DbCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db", abstract: "The database: state, schema, check, purge, backup and restore.",
        subcommands: [
            DbStatus.self, DbMigrate.self, DbCheck.self, DbPurge.self, DbBackup.self, DbRestore.self, DbVacuum.self,
        ], defaultSubcommand: DbStatus.self)
}
