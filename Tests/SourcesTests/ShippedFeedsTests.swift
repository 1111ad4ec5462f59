import Bundled
import Documents
import Model
import Sources
import Testing
import Text

@Suite struct ShippedFeedsTests {
    private let files = BundledFile.files(in: "Feeds")

    private func sources(in file: BundledFile) throws -> [Source] {
        try SourceFile(try readYAML(file.text, file: file.path), named: file.path).sources
    }

    @Test func everyShippedSourceIsRightAndMarkedUnprobed() throws {
        var results: [Result<SourceFile, DocumentProblems>] = []
        for file in files {
            let document = try readYAML(file.text, file: file.path)
            results.append(Result { () throws(DocumentProblems) in try SourceFile(document, named: file.path) })
        }
        let set = SourceSet(results)
        #expect(set.problems.isEmpty)
        #expect(set.sources.count >= 50)
        #expect(set.sources.allSatisfy { $0.status == .candidate })
    }

    @Test func theFilesAreTheGroupsOfOutlets() {
        let names = files.map { String($0.path.split(separator: "/").last ?? "") }.sorted()
        #expect(
            names == [
                "agencies.yaml", "community.yaml", "national-chinese.yaml", "national-english.yaml",
                "national-malay.yaml",
                "states.yaml",
            ])
    }

    @Test func everyFileSaysThatNothingWasProbedAndEverySourceWhatWasSaidOfIt() throws {
        for file in files {
            let comments = file.text.split(separator: "\n").prefix { $0.hasPrefix("#") }
            #expect(comments.contains { $0.contains("None was probed by us") }, "\(file.path)")
            #expect(
                try sources(in: file).count == file.text.split(separator: "\n").count { $0.hasPrefix("    note: ") })
        }
    }

    @Test func languageAndStateFollowTheGroup() throws {
        for file in files {
            let sources = try sources(in: file)
            #expect(!sources.isEmpty)
            switch file.path.split(separator: "/").last {
            case "national-malay.yaml": #expect(sources.allSatisfy { $0.language == .malay && $0.state == nil })
            case "national-english.yaml": #expect(sources.allSatisfy { $0.language == .english && $0.state == nil })
            case "national-chinese.yaml": #expect(sources.allSatisfy { $0.language == .chinese && !$0.isEnabled })
            case "states.yaml": #expect(sources.allSatisfy { $0.state != nil })
            case _: break
            }
        }
    }

    @Test func allItemsOfMalaysianOutletsAreFetched() throws {
        for source in try files.flatMap(sources) where source.fetch != .all {
            #expect(!source.isEnabled && source.outlet.hasPrefix("Google News"), "\(source.id.value)")
        }
    }
}
