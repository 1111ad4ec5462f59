import Bundled
import Documents
import Model
import Scoring
import Text

/// The rules that the program is built with.
let bundledLexicon: Result<Lexicon, any Error> = Result {
    try Lexicon(
        try BundledFile.files(in: "Lexicons/rules").filter { $0.path.hasSuffix(".yaml") }.map {
            LexiconDocument(file: $0.path, sha256: "", root: try readYAML($0.text, file: $0.path))
        })
}

/// A lexicon of one file, given as YAML.
func lexicon(_ yaml: String) throws -> Lexicon {
    try Lexicon([LexiconDocument(file: "test.yaml", sha256: "", root: try readYAML(yaml, file: "test.yaml"))])
}

/// A lexicon of the rules given, with two signs and a negation declared.
func lexicon(rules: String) throws -> Lexicon {
    try lexicon(
        """
        id: test
        version: "1"
        signs:
          death: {label: {ms: mati, en: death}, incident: yes}
          worker: {label: {ms: pekerja, en: worker}}
        lists:
          kin: isteri[nya], anak
          count: "{number 1-20}, dua, tiga"
        negation:
          - {reach: 3, words: "tidak, bukan", except: "bukan sahaja"}
        short-forms: {tak: tidak, xmampu: tidak mampu}
        rules:
        \(rules)
        """)
}

/// One rule that brings 10 points for `phrases`.
func lexicon(phrases: String, more: String = "") throws -> Lexicon {
    try lexicon(
        rules:
            "  - {id: a, label: {ms: a, en: a}, points: 10, phrases: \"\(phrases)\"\(more.isEmpty ? "" : ", " + more)}")
}

/// The words that the phrases of a lexicon found, in their order.
func found(_ text: String, with lexicon: Lexicon) -> [String] {
    score(title: "", text: text, with: lexicon).contributions.flatMap(\.evidence).map(\.exact)
}

/// What is wrong with a lexicon, each problem on its line.
func problems(_ body: () throws -> Lexicon) -> [String] {
    do {
        _ = try body()
        return []
    } catch let problems as DocumentProblems {
        return problems.problems.map(\.description)
    } catch {
        return ["\(error)"]
    }
}
