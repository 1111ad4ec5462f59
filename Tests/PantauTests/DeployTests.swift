import Documents
import Foundation
import Testing
import Text

@testable import pantau

/// The files of Deploy/ say nothing that the program does not know.
@Suite struct DeployTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Deploy").standardizedFileURL

    private static let chores = [
        "crawl", "push", "sync", "purge", "backup", "checkpoint", "rediscover", "doctor",
    ]

    private static let names =
        ["Containerfile", "README.md", "cronjob.yaml", "deployment.yaml", "pantau.service"]
        + chores.map { "pantau-\($0).service" }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: DeployTests.folder.appending(path: name), encoding: .utf8)
    }

    /// Every call of the program in a file: its words, without the program itself.
    private func calls(in text: String) -> [[String]] {
        let lines = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }
        return lines.compactMap { line in
            let list = line.firstMatch(of: /(?:args|command|CMD):? \[(.*)\]/)?.1
            let call = line.firstMatch(of: /^ExecStart(?:Pre)?=\/usr\/bin\/pantau (.*)$/)?.1
            let words = (list ?? call)?.split { " ,\"".contains($0) }.map(String.init)
            return words.map { $0.first == "/usr/bin/pantau" ? Array($0.dropFirst()) : $0 }
        }
    }

    @Test(arguments: names) func commandsAndFlagsAreThoseOfTheProgram(name: String) async throws {
        let machine = try Machine()
        for call in calls(in: try text(name)) {
            // A word that is no command's is what the command works on.
            let command = Array(call.prefix { !$0.hasPrefix("-") && !$0.hasPrefix("/") })
            let help = try await machine.start(command + ["--help"]).end()
            let path = try #require(help.output.firstMatch(of: /USAGE: pantau ([a-z ]+)/)?.1)
            #expect(path.split(separator: " ").map(String.init).starts(with: command), "\(command)")
            let flags = call.filter { $0.hasPrefix("--") }
            for flag in flags {
                #expect(help.output.contains(flag + " <") || help.output.contains(flag + " "), "\(flag)")
            }
        }
    }

    @Test func everyFileThatStartsTheProgramIsLookedAt() throws {
        for name in DeployTests.names where name != "README.md" {
            #expect(!calls(in: try text(name)).isEmpty, "\(name)")
        }
        #expect(try calls(in: text("deployment.yaml")).contains(["crawl", "status"]))
    }

    /// A chore without a timer is never done, and a timer without a chore fails every day.
    @Test func everyChoreHasItsTimerAndItsLineInTheGuide() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: DeployTests.folder.path)
        let units = Set(files.filter { $0.hasPrefix("pantau-") && $0.hasSuffix(".service") })
        let timers = Set(files.filter { $0.hasSuffix(".timer") })
        #expect(units == Set(DeployTests.chores.map { "pantau-\($0).service" }))
        #expect(timers == Set(DeployTests.chores.map { "pantau-\($0).timer" }))
        let guide = try text("README.md")
        for chore in DeployTests.chores {
            #expect(try text("pantau-\(chore).timer").contains("Persistent=true"))
            #expect(guide.contains("| `pantau-\(chore)`"), "\(chore)")
        }
    }

    /// What one unit must not do no other may.
    @Test func theServiceIsAsConfinedAsTheChores() throws {
        func settings(_ name: String) throws -> Set<String> {
            Set(
                try text(name).split(separator: "\n").map(String.init).filter { $0.contains("=") && !$0.hasPrefix("#") }
            )
        }
        let common = try settings("pantau-.service.d/common.conf")
        #expect(common.isSubset(of: try settings("pantau.service")))
        #expect(common.contains("Environment=MALLOC_ARENA_MAX=2") && common.contains("ProtectSystem=strict"))
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze")))
    func systemdReadsTheUnitsWithoutAWord() async throws {
        let machine = try Machine()
        for file in try FileManager.default.contentsOfDirectory(atPath: DeployTests.folder.path)
        where file.hasSuffix(".service") || file.hasSuffix(".timer") {
            // The program need not be installed where the tests run.
            try machine.write(try text(file).replacing("/usr/bin/pantau", with: "/bin/true"), to: "units/\(file)")
        }
        try machine.write(try text("pantau-.service.d/common.conf"), to: "units/pantau-.service.d/common.conf")
        let units = machine.path("units")
        let said = try await machine.shell(
            "cd '\(units)' && SYSTEMD_UNIT_PATH='\(units):' systemd-analyze verify --man=no ./pantau* 2>&1 | grep '\(units)'"
        )
        #expect(said.output.isEmpty, "\(said.output)")
    }

    /// Not that of the testing library.
    private typealias ExitStatus = pantau.ExitStatus

    /// What another try may mend, and what somebody has to look at.
    private static let later: Set<ExitStatus> = [.partial, .unavailable, .temporary]
    private static let never: Set<ExitStatus> = [
        .usage, .badData, .cannotCreate, .inputOutput, .noPermission, .configuration,
    ]

    private func codes(_ list: Substring) -> Set<ExitStatus> {
        Set(list.split { " ,".contains($0) }.compactMap { Int32($0).flatMap(ExitStatus.init(rawValue:)) })
    }

    @Test func exitCodesAreRetriedAsTheyMean() throws {
        let unit = try text("pantau.service")
        let prevented = try #require(unit.firstMatch(of: /RestartPreventExitStatus=(.*)/)?.1)
        #expect(codes(prevented) == DeployTests.never)
        let oneshot = try text("pantau-crawl.service")
        #expect(codes(try #require(oneshot.firstMatch(of: /SuccessExitStatus=(.*)/)?.1)) == [.temporary])
        let job = try text("cronjob.yaml")
        let rules = job.matches(of: /- action: (\w+)\s+onExitCodes: .*values: \[([0-9, ]+)\]/)
        let actions = Dictionary(rules.map { (String($0.1), codes($0.2)) }) { first, _ in first }
        #expect(actions == ["FailJob": DeployTests.never, "Count": DeployTests.later])
        let guide = try text("README.md")
        let told = try #require(guide.firstMatch(of: /0 done; ([0-9, ]+) later; ([0-9, ]+) somebody/))
        #expect(codes(told.1) == DeployTests.later)
        #expect(codes(told.2) == DeployTests.never)
    }

    @Test(arguments: ["cronjob.yaml", "deployment.yaml", "volume.yaml"]) func manifestsAreYAML(name: String) throws {
        guard case .map(let entries) = try readYAML(try text(name), file: name).content else {
            Issue.record("\(name) is no map")
            return
        }
        #expect(entries.map(\.key).starts(with: ["apiVersion", "kind", "metadata", "spec"]))
    }

    @Test func theImageHasTheLibrariesThatAreLinked() throws {
        let image = try text("Containerfile")
        let makefile = try String(contentsOf: DeployTests.folder.appending(path: "../Makefile"), encoding: .utf8)
        let packages = try #require(makefile.firstMatch(of: /PACKAGES := (.*)/)?.1).split(separator: " ")
        for package in packages { #expect(image.contains(package), "\(package)") }
    }
}
