import Bundled
import Documents
import Model
import Testing
import Text

@testable import Referring

func bundled(_ name: String) throws -> DocumentNode {
    let file = try #require(BundledFile.files(in: "Lexicons").first { $0.path == "Lexicons/\(name)" })
    return try readYAML(file.text, file: file.path)
}

/// The programmes and agencies that are shipped.
func catalogue() throws -> ProgrammeCatalogue {
    try ProgrammeCatalogue(
        agencies: bundled("agencies.yaml"), agenciesFile: "Lexicons/agencies.yaml",
        programmes: bundled("programmes.yaml"), programmesFile: "Lexicons/programmes.yaml")
}

/// A lead with these needs, for what its programmes are.
func lead(
    _ needs: [Need], text: String = "Sebuah keluarga memerlukan bantuan.", persons: [Person] = [],
    state: String? = "MY-10", confidence: NeedFinding.Confidence = .high, day: CivilTime? = nil
) -> Lead {
    var lead = Invented.lead(
        articles: [Invented.article(text: text)],
        score: Invented.score(needs: needs.map { NeedFinding(need: $0, confidence: confidence) }), persons: persons,
        place: state.map { Place(stateCode: $0) })
    lead.identification.eventDay = day
    return lead
}

func codes(_ lead: Lead) throws -> [String] { try catalogue().suggestions(for: lead).map(\.programme.code) }
