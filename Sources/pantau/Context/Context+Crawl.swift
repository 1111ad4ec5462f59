import Archiving
import ArgumentParser
import Bundled
import Crawling
import Fetching
import Glibc
import Identifying
import Model
import Scoring
import Settings
import Storing
import Text

extension Context {
    /// The engine that fetches, with the contact and the limits of the settings.
    ///
    /// - Parameter hosts: `host:port` pairs besides those of the settings.
    /// - Throws: `CommandFailure` where a setting cannot be what it should be.
    func fetcher(allowing hosts: [String] = []) throws -> Fetcher {
        guard let agent = UserAgent(version: Pantau.configuration.version, contact: settings.contact ?? "") else {
            throw badSetting(.contact, "cannot stand in a header")
        }
        let proxy = settings.proxy.flatMap { Proxy($0) }
        if settings.proxy != nil, proxy == nil {
            throw badSetting(.proxy, "is no proxy's address; write one such as http://proksi.example:3128")
        }
        if let file = settings.authorities, access(file, R_OK) != 0 {
            throw badSetting(.authorities, "names \(file), which cannot be read")
        }
        var limits = FetchLimits()
        limits.total = settings.timeout
        limits.connect = min(limits.connect, settings.timeout)
        limits.stall = min(limits.stall, settings.timeout)
        do {
            let allowed = try AllowList(settings.allowHosts + hosts)
            return Fetcher(
                as: agent, limits: limits, allowing: allowed, proxy: proxy, authorities: settings.authorities,
                inFlight: settings.parallel)
        } catch {
            throw CommandFailure(.usage("\(error)", command: "crawl"))
        }
    }

    private func badSetting(_ key: SettingKey, _ what: String) -> CommandFailure {
        CommandFailure(
            .badFile("\(settingsFile ?? "config.yaml"): \"\(key.rawValue)\" \(what)", exit: .configuration))
    }

    /// A crawl as the settings want it.
    ///
    /// - Parameter hosts: `host:port` pairs besides those of the settings.
    func crawl(
        _ kind: Worker.Kind, in store: Store, allowing hosts: [String], archive: ArchiveWriter?
    ) throws -> Crawl {
        Crawl(
            store: store, fetcher: try fetcher(allowing: hosts), pace: PaceRule(gap: settings.gap),
            reader: try articleReader(), author: crawler, parallel: settings.parallel,
            pollsPerSource: settings.pollsPerDay, kind: kind, archive: archive)
    }

    /// The rules, places and names by which articles are read.
    ///
    /// - Throws: `CommandFailure` with every mistake in the files.
    func articleReader() throws -> ArticleReader {
        ArticleReader(lexicon: try lexicon(), gazetteer: try gazetteer(), bar: settings.promising)
    }

    /// The rules by which texts are scored.
    ///
    /// - Parameter calibrated: with what their scores are worth. Not so where that is about to be written: a shell empties
    ///   the file before the program runs.
    /// - Throws: `CommandFailure` with every mistake in their files.
    func lexicon(calibrated: Bool = true) throws -> Lexicon {
        let folder = try lexiconFolder()
        return try readable { () throws(DocumentProblems) in
            var lexicon = try LexiconFiles(in: folder).lexicon()
            if calibrated { lexicon.calibration = try CalibrationFile.read(in: folder) }
            return lexicon
        }
    }

    /// Places, names and words for people.
    ///
    /// - Throws: `CommandFailure` with every mistake in their files.
    func gazetteer() throws -> Gazetteer {
        let files = try lexiconFolder().files.map { (path: $0.path, text: $0.text) }
        return try readable { () throws(DocumentProblems) in try Gazetteer(files: files) }
    }

    private func readable<T>(_ read: () throws(DocumentProblems) -> T) throws -> T {
        do throws(DocumentProblems) {
            return try read()
        } catch {
            throw CommandFailure(.badFile(error.description, exit: .badData))
        }
    }
}
