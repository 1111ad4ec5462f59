import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#endif

extension Context {
    /// No note and no edit of a lead is longer.
    private static let editedLimit = 64 * 1024

    /// A text that the person writes in an editor of their own (`$VISUAL`, then `$EDITOR`), in a file that nobody else can
    /// read and that is removed afterwards, with what an editor puts beside it.
    ///
    /// - Parameters:
    ///   - text: what stands in it at first; lines that begin with `#` are left out of what comes back.
    ///   - command: for the error where there is no terminal or no editor.
    /// - Throws: `CommandFailure` where nothing was written: then nothing is changed.
    func edited(_ text: String, for command: String) throws -> String {
        let line = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        guard isInteractive, let editor = ProgramLine(line ?? "vi") else { throw CommandFailure(.noEditor(command)) }
        let folder = try privateFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/pantau.txt"
        guard writeOwn(text, to: path) else { throw CommandFailure(.noEditorFile(path)) }
        guard editor.run(on: path) == 0 else { throw CommandFailure(.editorFailed(editor.words[0])) }
        guard let bytes = FileManager.default.contents(atPath: path), bytes.count <= Context.editedLimit else {
            throw CommandFailure(.noEditorFile(path))
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let written = lines.filter { !$0.hasPrefix("#") }.joined(separator: "\n").trimmed
        guard !written.isEmpty else { throw CommandFailure(.cancelled) }
        return written
    }

    /// A new folder of this person alone, where others cannot guess its name.
    private func privateFolder() throws -> String {
        let base = ["XDG_RUNTIME_DIR", "TMPDIR"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "/tmp"
        var name = Array((base + "/pantau-XXXXXX").utf8CString)
        guard mkdtemp(&name) != nil else { throw CommandFailure(.noEditorFile(base)) }
        return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private func writeOwn(_ text: String, to path: String) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        return bytes.isEmpty || Glibc.write(descriptor, bytes, bytes.count) == bytes.count
    }
}
