import Documents
import Foundation
import Testing
import Text

@testable import pantau

/// The files of Deploy/ say nothing that the program does not know.
@Suite struct DeployTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Deploy").standardizedFileURL

    private static let names = [
        "Containerfile", "README.md", "cronjob.yaml", "deployment.yaml", "pantau-crawl.service", "pantau.service",
    ]

    private func text(_ name: String) throws -> String {
        try String(contentsOf: DeployTests.folder.appending(path: name), encoding: .utf8)
    }

    /// Every call of the program in a file: its words, without the program itself.
    private func calls(in text: String) -> [[String]] {
        let lines = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }
        return lines.compactMap { line in
            let list = line.firstMatch(of: /(?:args|command|CMD):? \[(.*)\]/)?.1
            let call = line.firstMatch(of: /^ExecStart=\/usr\/bin\/pantau (.*)$/)?.1
            let words = (list ?? call)?.split { " ,\"".contains($0) }.map(String.init)
            return words.map { $0.first == "/usr/bin/pantau" ? Array($0.dropFirst()) : $0 }
        }
    }

    @Test(arguments: names) func commandsAndFlagsAreThoseOfTheProgram(name: String) async throws {
        let machine = try Machine()
        for call in calls(in: try text(name)) {
            let command = Array(call.prefix { !$0.hasPrefix("-") })
            let help = try await machine.start(command + ["--help"]).end()
            let path = try #require(help.output.firstMatch(of: /USAGE: pantau ([a-z ]+)/)?.1)
            #expect(path.split(separator: " ").map(String.init).starts(with: command), "\(command)")
            for flag in call where flag.hasPrefix("--") { #expect(help.output.contains(flag + " <"), "\(flag)") }
        }
    }

    @Test func everyFileThatStartsTheProgramIsLookedAt() throws {
        for name in DeployTests.names where name != "README.md" {
            #expect(!calls(in: try text(name)).isEmpty, "\(name)")
        }
        #expect(try calls(in: text("deployment.yaml")).contains(["crawl", "status"]))
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
