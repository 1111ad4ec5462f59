import Model
import Text

extension Lead {
    /// What people did with it besides deciding it, one line each.
    func handlingWords(in language: ScreenLanguage) -> [String] {
        let summary = isProtected ? nil : handling.summary
        let merged = handling.merged.map(\.description).joined(separator: ", ")
        let labels = handling.labels.map(\.text).joined(separator: ", ")
        let set = LeadField.allCases.filter(handling.setFields.contains).map { $0.label(in: language).lowercased() }
        return [
            summary,
            isProtected
                ? nil
                : handling.contact.map {
                    language.phrase("contact: ", "hubungan: ") + "\($0.value) (\($0.kind.rawValue))"
                },
            handling.programmes.isEmpty
                ? nil
                : language.phrase("to check first: ", "disemak dahulu: ")
                    + handling.programmes.joined(separator: ", "),
            handling.assignee.map { language.phrase("handed to \($0)", "diserahkan kepada \($0)") },
            labels.isEmpty ? nil : language.phrase("labels: ", "label: ") + labels,
            merged.isEmpty ? nil : language.phrase("merged into it: ", "digabung ke dalamnya: ") + merged,
            handling.foundBy.map {
                language.phrase("found by \($0), not by a crawl", "ditemui oleh \($0), bukan rayapan")
            },
            set.isEmpty
                ? nil
                : language.phrase("set by a person: ", "ditetapkan oleh seseorang: ") + set.joined(separator: ", "),
        ].compactMap(\.self)
    }

    /// The same for `lead show --json`.
    var handlingRecord: JSONValue {
        .compact([
            ("assignee", handling.assignee.map { .string($0.name) } ?? .null),
            ("labels", .array(handling.labels.map { .string($0.text) })),
            ("summary", isProtected ? nil : handling.summary.map { .string($0) }),
            (
                "contact",
                isProtected
                    ? nil
                    : handling.contact.map { ["kind": .string($0.kind.rawValue), "value": .string($0.value)] }
            ),
            (
                "programmes",
                handling.programmes.isEmpty ? nil : .array(handling.programmes.map { .string($0) })
            ),
            ("found_by", handling.foundBy.map { .string($0.name) }),
            ("merged", .array(handling.merged.map { .integer($0.value) })),
            (
                "set",
                .array(LeadField.allCases.filter(handling.setFields.contains).map { .string($0.rawValue) })
            ),
        ])
    }
}
