import Archiving
import ArgumentParser
import FoundationEssentials
import Model
import Settings
import Storing

#if canImport(Glibc)
    import Glibc
#endif

/// A command that runs in a context, so that tests can run it in memory.
protocol PantauCommand: AsyncParsableCommand {
    /// What one must be allowed to run it; asked before it runs. A command that declares none does not compile.
    static var permission: Permission { get }
    /// Whether its answer may be long, and asks nothing: read through a pager at a terminal.
    static var isPaged: Bool { get }
    var global: GlobalOptions { get }
    func run(_ context: Context) async throws
}

extension PantauCommand {
    func run() async throws {
        // A reader that left (`| head`) and a server that hung up are errors of a write, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        let context: Context
        do {
            context = try Context(global, environment: ProcessInfo.processInfo.environment)
        } catch let failure as CommandFailure {
            let environment = ProcessInfo.processInfo.environment
            Output(global, settings: .init(), environment: environment).fail(failure.message)
            throw ExitCode(failure.message.exit.rawValue)
        }
        do {
            try await begin(in: context)
        } catch let failure as CommandFailure {
            context.output.fail(failure.message)
            throw ExitCode(failure.message.exit.rawValue)
        } catch let error as StoreError {
            let message = Message(error)
            context.output.fail(message)
            throw ExitCode(message.exit.rawValue)
        } catch let error as ArchiveError {
            let message = Message(error)
            context.output.fail(message)
            throw ExitCode(message.exit.rawValue)
        }
    }

    /// Runs it with the rights of whoever asks.
    func begin(in context: Context) async throws {
        let admitted = try await context.admitted(to: Self.permission)
        let pager = Self.isPaged ? admitted.pager() : nil
        defer { pager?.finish() }
        try await run(admitted)
    }

    static var isPaged: Bool { false }
}
