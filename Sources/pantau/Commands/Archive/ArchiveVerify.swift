import Archiving
import ArgumentParser
import Model

struct ArchiveVerify: PantauCommand {
    static let permission = Permission.maintain
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Inflate every record, compute its digests again, and name file and offset of the first bad one.")

    @OptionGroup var global: GlobalOptions

    func run(_ context: Context) async throws {
        let reader = try ArchiveReader(try context.archiveFolder())
        let files = try reader.folder.files()
        var faults: [ArchiveFault] = []
        var records = 0
        for file in files {
            switch try reader.verify(file) {
            case .whole(let count): records += count
            case .broken(let fault, let count):
                records += count
                faults.append(fault)
            }
        }
        if let first = faults.first { throw CommandFailure(.archiveBroken(first, others: faults.count - 1)) }
        context.output.say(.archiveWhole(files: files.count, records: records))
    }
}
