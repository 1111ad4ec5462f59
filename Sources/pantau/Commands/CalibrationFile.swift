import Bundled
import Documents
import Scoring
import Text

/// The file `calibration.yaml` of a lexicon folder: what a score of its rules is worth.
enum CalibrationFile {
    /// - Returns: nil where the folder has none, as one that somebody began with rules alone.
    /// - Throws: `DocumentProblems` with all that is wrong in it.
    static func read(in folder: DataFolder) throws(DocumentProblems) -> Calibration? {
        guard
            let file = folder.files.first(where: {
                $0.path.hasSuffix("calibration.yaml") && !$0.path.contains("rules/")
            })
        else { return nil }
        let root: DocumentNode
        do throws(DocumentProblem) {
            root = try readYAML(file.text, file: file.path)
        } catch {
            throw DocumentProblems([error])
        }
        return try Calibration(root, file: file.path)
    }
}
