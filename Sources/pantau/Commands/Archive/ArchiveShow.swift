import Archiving
import ArgumentParser
import Model
import Storing
import Terminal
import Text

struct ArchiveShow: PantauCommand {
    static let permission = Permission.seeUnmasked
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One answer as it came, unmasked: byte by byte to a pipe, cleaned to a terminal.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The number of an article, or the SHA-256 of a body as `archive list` shows it (16 digits do).")
    var what: String

    @Flag(help: "Also the status and the headers before the body.")
    var headers = false

    func validate() throws {
        guard article != nil || isDigest else {
            throw ValidationError("\"\(what)\" is no number of an article and no SHA-256 of 16 to 64 digits")
        }
    }

    func run(_ context: Context) async throws {
        let reader = try ArchiveReader(try context.archiveFolder())
        let digest = try await digest(reader, context)
        guard let record = try reader.response(withDigest: digest) else { throw CommandFailure(.notArchived(what)) }
        try await noteAccess(to: digest, context)
        let bytes = headers ? record.block : Array(record.payload)
        guard context.output.terminal.isTerminal else { return context.output.bytes(bytes) }
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            context.output.line(StyledText(sanitised(String(line))))
        }
    }

    /// Who looked at which page stands in the journal before anything of it is shown: a page holds more of a person than
    /// a lead does (PRIVACY.md, P4). Without a database that can be written nothing is shown.
    private func noteAccess(to digest: String, _ context: Context) async throws {
        let (author, now) = (context.author, context.now)
        try await context.store(.writing).write { db in
            let target = JournalTarget(lead: try db.lead(ofBody: digest), other: digest, before: [:], after: [:])
            try db.append(JournalDraft(at: now, by: author, verb: JournalDraft.showPageVerb, targets: [target]))
        }
    }

    /// A number of at most 15 digits; longer ones are digests.
    private var article: ArticleID? {
        guard what.utf8.count < 16, let number = Int64(what), number > 0 else { return nil }
        return ArticleID(number)
    }

    private var isDigest: Bool {
        (16...64).contains(what.utf8.count) && what.allSatisfy { $0.isASCII && $0.isHexDigit && !$0.isUppercase }
    }

    private func digest(_ reader: ArchiveReader, _ context: Context) async throws -> String {
        if let article {
            let found = try await context.store(.reading).read { db in try db.article(article) }
            guard let found else { throw CommandFailure(.noArticle(article.value)) }
            return found.provenance.rawSHA256
        }
        guard what.utf8.count < 64 else { return what }
        for file in try reader.folder.files().reversed() {
            let match = try reader.entries(of: file).last { $0.digest?.hasPrefix(what) == true }
            if let digest = match?.digest { return digest }
        }
        throw CommandFailure(.notArchived(what))
    }
}
