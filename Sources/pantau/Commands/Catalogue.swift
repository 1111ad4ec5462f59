import Bundled
import Locking
import Model
import Sources
import Text

/// The source files as they are at the moment. What is wrong in them is said once, not every minute.
final class Catalogue: Sendable {
    private let context: Context
    private let said = Lock<Set<String>>([])
    private let last = Lock<[Source]>([])
    private let files = Lock<[BundledFile]>([])

    init(_ context: Context) { self.context = context }

    /// - Throws: `CommandFailure` where no source at all can be read.
    func checkAtStart() throws {
        let set = try context.sourceSet()
        tell(set.problems)
        guard !set.sources.isEmpty || set.problems.isEmpty else {
            throw CommandFailure(.badFile("no file of sources can be read", exit: .badData))
        }
        last.withLock { $0 = set.sources }
    }

    /// The sources now; those of the last time where the folder cannot be read.
    @Sendable func sources() async -> [Source] {
        do {
            let files = try context.feedFolder().files
            let isUnchanged = self.files.withLock { last in
                defer { last = files }
                return last == files
            }
            guard !isUnchanged else { return last.withLock { $0 } }
            let set = try context.sourceSet()
            tell(set.problems)
            // A file that is being edited must not switch its sources off: they stay as they were until it is right.
            return last.withLock { last in
                let known = Set(set.sources.map(\.id))
                last = set.problems.isEmpty ? set.sources : set.sources + last.filter { !known.contains($0.id) }
                return last
            }
        } catch {
            tell([DocumentProblem(file: "Feeds", at: nil, "\(error)")])
            return last.withLock { $0 }
        }
    }

    private func tell(_ problems: [DocumentProblem]) {
        let texts = problems.map(\.description)
        let new = said.withLock { said in
            let new = texts.filter { !said.contains($0) }
            said = Set(texts)
            return new
        }
        for text in new { context.output.warn(text) }
    }
}
