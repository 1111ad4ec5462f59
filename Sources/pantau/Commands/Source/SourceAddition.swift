import Model
import Sources
import Text

/// New sources on their way into a file of the Feeds folder.
struct SourceAddition {
    let files: SourceFiles
    /// In the Feeds folder; made where it is missing.
    let name: String
    /// What a new file says of itself.
    let purpose: String

    /// - Throws: `CommandFailure` for a name that leads out of the folder, or that no command would read.
    init(to name: String, of files: SourceFiles, purpose: String) throws {
        guard name.hasSuffix(".yaml"), name.utf8.count > 5, !name.hasPrefix("."), !name.contains("/"),
            !name.unicodeScalars.contains(where: { $0.value < 0x20 })
        else { throw CommandFailure(.badFileName(String(name.prefix(100)))) }
        (self.files, self.name, self.purpose) = (files, name, purpose)
    }

    var path: String { (files.folder ?? ".") + "/" + name }

    /// The change that adds them, with the file as the next command will read it.
    ///
    /// - Throws: `CommandFailure` where the file has mistakes, cannot be changed line by line, or would not be read as
    ///   it should; then nothing was written.
    func change(adding entries: [SourceEntry]) throws -> (SourceFileChange, SourceFiles.File) {
        let (change, before) = try draft(entries)
        let file = try change.checked(expecting: before + entries.map(\.source))
        let others = files.files.filter { $0.path != path }
        let set = SourceSet(others.map(\.content) + [file.content])
        let missing = Set(entries.map(\.source.id)).subtracting(set.sources.map(\.id))
        guard missing.isEmpty else {
            let why = set.problems.filter { $0.file == path }.map(\.description).joined(separator: "\n")
            throw CommandFailure(.editedFileBroken(path, why: why))
        }
        return (change, file)
    }

    private func draft(_ entries: [SourceEntry]) throws -> (SourceFileChange, [Source]) {
        guard let file = files.files.first(where: { $0.path == path }) else {
            return (SourceFileChange(path: path, text: SourceEntry.newFile(entries, saying: purpose)), [])
        }
        if case .failure(let problems) = file.content {
            throw CommandFailure(.badSourceFile(path, problems: problems.description))
        }
        guard let editor = file.editor else { throw CommandFailure(.byHand(path)) }
        do throws(DocumentProblem) {
            return (SourceFileChange(file, editor, try editor.adding(entries)), file.sources)
        } catch {
            throw CommandFailure(.byHand(error.description))
        }
    }
}
