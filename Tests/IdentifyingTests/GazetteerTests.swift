import Bundled
import Identifying
import Testing
import Text

@Suite struct GazetteerTests {
    @Test func theShippedTablesAreRead() throws {
        _ = try Tables.gazetteer.get()
    }

    @Test func everyMissingFileIsNamed() {
        #expect {
            _ = try Gazetteer(files: [])
        } throws: { error in
            guard let problems = error as? DocumentProblems else { return false }
            return problems.problems.count == 7 && problems.description.contains("places.tsv: the file is missing")
        }
    }

    @Test(arguments: [
        ("places.tsv", "x\t1_1\tRekaan"), ("places.tsv", "t\t17_1\tRekaan"), ("places.tsv", "s\t1_2\tRekaan"),
        ("places.tsv", "t\t1_1"), ("places.tsv", "t=\t1_1\tRekaan"), ("hospitals.tsv", "99_9\thospital rekaan"),
        ("offices.tsv", "Rekaan\t1_1"),
        ("people.tsv", "titel\tencik"), ("jobs.tsv", "pemandu lori\tlorry driver"),
        ("concepts.tsv", "4\tapi\tfire"), ("concepts.tsv", "1\tapi"),
    ])
    func aBadLineIsNamedWithItsPlace(name: String, line: String) {
        let files = BundledFile.files(in: "Lexicons").map { file in
            (path: file.path, text: file.path.hasSuffix(name) ? "# a comment\n" + line + "\n" + file.text : file.text)
        }
        #expect {
            _ = try Gazetteer(files: files)
        } throws: { error in
            "\(error)".contains("Lexicons/\(name):2:1:")
        }
    }

    @Test func aMisspelledClassGetsAHint() {
        let files = BundledFile.files(in: "Lexicons").map { file in
            (path: file.path, text: file.path.hasSuffix("people.tsv") ? "titel\tencik\n" + file.text : file.text)
        }
        #expect {
            _ = try Gazetteer(files: files)
        } throws: {
            "\($0)".contains("did you mean \"title\"?")
        }
    }
}
