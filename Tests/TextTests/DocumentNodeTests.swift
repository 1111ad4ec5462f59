import Testing
import Text

struct DocumentNodeTests {
    @Test(arguments: [
        ("intervall", "interval"), ("interavl", "interval"), ("ulr", "url"), ("outlt", "outlet"), ("Url", "url"),
        ("enabeld", "enabled"),
    ])
    func aMistypedWordFindsTheOneThatWasMeant(word: String, meant: String) {
        #expect(nearest(to: word, among: ["id", "url", "outlet", "interval", "enabled"]) == meant)
    }

    @Test(arguments: ["", "colour", "x", "intrvallle", "iu"])
    func aWordThatIsNearNothingFindsNothing(word: String) {
        #expect(nearest(to: word, among: ["url", "outlet", "interval"]) == nil)
        #expect(nearest(to: word, among: []) == nil)
    }

    @Test func aProblemSaysWhereItIs() {
        let mark = DocumentNode.Mark(line: 14, column: 9)
        let problem = DocumentProblem(file: "Feeds/rekaan.yaml", at: mark, "\"intervall\" is not a setting of a source")
        #expect(problem.description == "Feeds/rekaan.yaml:14:9: \"intervall\" is not a setting of a source")
        #expect(DocumentProblem(file: "a.yaml", at: nil, "cannot be read").description == "a.yaml: cannot be read")
        #expect(DocumentProblems([problem, problem]).description.split(separator: "\n").count == 2)
    }
}
