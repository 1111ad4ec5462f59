import FoundationEssentials
import Model
import Sources
import Text

#if canImport(Glibc)
    import Glibc
#endif

/// A change of one file of sources, from the text as it was read to the text as it is to be.
struct SourceFileChange: Sendable {
    let path: String
    /// nil for a file that is new.
    let before: String?
    let after: String
    /// As `diff -u` shows it.
    let diff: [String]

    /// A change of a file by edits of its lines.
    init(_ file: SourceFiles.File, _ editor: SourceFileEditor, _ edits: [LineEdit]) {
        (path, before) = (file.path, file.text)
        (after, diff) = (editor.applying(edits), editor.diff(edits))
    }

    /// A new file.
    init(path: String, text: String) {
        (self.path, before, after) = (path, nil, text)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        diff = ["--- /dev/null", "+++ \(path)", "@@ -0,0 +1,\(lines.count) @@"] + lines.map { "+\($0)" }
    }

    /// Reads the text anew, as the next command will.
    ///
    /// - Parameter expected: the sources that the file must then hold; nothing else may have changed.
    /// - Throws: `CommandFailure`; then nothing was written.
    func checked(expecting expected: [Source]) throws -> SourceFiles.File {
        let file = SourceFiles.File(path: path, text: after)
        switch file.content {
        case .failure(let problems): throw CommandFailure(.editedFileBroken(path, why: problems.description))
        case .success(let content):
            guard content.sources == expected else {
                throw CommandFailure(.editedFileBroken(path, why: "another source would have changed with it"))
            }
        }
        return file
    }

    /// Puts the text in the place of the file, whole or not at all.
    ///
    /// - Parameter folder: of the files; locked meanwhile, so that two commands do not lose each other's work.
    /// - Throws: `CommandFailure` where the file is another by now, and where it cannot be written.
    func write(in folder: String) throws {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else {
            let why = String(cString: strerror(errno))
            if descriptor >= 0 { close(descriptor) }
            throw CommandFailure(.cannotCreate(path, why: why))
        }
        defer { close(descriptor) }
        guard (try? String(contentsOfFile: path, encoding: .utf8)) == before else {
            throw CommandFailure(.fileChanged(path))
        }
        try replace()
        // The new name lasts through a power cut; a file system that refuses this has kept the file all the same.
        _ = fsync(descriptor)
    }

    private func replace() throws {
        // What a link points to is replaced, not the link: people keep such folders elsewhere.
        let target = realPath ?? path
        let temporary = "\(target).\(getpid()).new"
        let mode = permissions(of: target)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw CommandFailure(.cannotCreate(path, why: String(cString: strerror(errno)))) }
        let isWritten = fchmod(descriptor, mode) == 0 && writeAll(to: descriptor) && fsync(descriptor) == 0
        let cause = errno
        close(descriptor)
        guard isWritten, rename(temporary, target) == 0 else {
            let why = String(cString: strerror(isWritten ? errno : cause))
            unlink(temporary)
            throw CommandFailure(.cannotCreate(path, why: why))
        }
    }

    private var realPath: String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private func permissions(of path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o644
    }

    private func writeAll(to descriptor: Int32) -> Bool {
        var text = after
        return text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
            return true
        }
    }
}
