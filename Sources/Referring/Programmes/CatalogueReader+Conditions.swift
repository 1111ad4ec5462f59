import Model
import Text

extension CatalogueReader {
    mutating func conditions(_ node: DocumentNode) -> [Programme.Condition] {
        let known = [
            "subject-below", "subject-at-least", "deceased-below", "sex", "states", "says", "does-not-say",
        ]
        guard case .map(let entries) = node.content else {
            note(node, "\"when\" needs settings such as \"subject-below: 60\"")
            return []
        }
        return entries.compactMap { entry in
            switch entry.key {
            case "subject-below": years(entry).map { .subjectBelow($0) }
            case "subject-at-least": years(entry).map { .subjectAtLeast($0) }
            case "deceased-below": years(entry).map { .deceasedBelow($0) }
            case "sex": choice(entry.value, Person.Sex.self, "sex", in: node).map { .sex($0) }
            case "states": .states(stateCodes(entry.value))
            case "says": .says(phrases(entry))
            case "does-not-say": .doesNotSay(phrases(entry))
            default: unknown(entry, of: "a condition", known: known)
            }
        }
    }

    mutating func years(_ entry: DocumentNode.Entry) -> Int? {
        guard let number = scalar(entry.value, entry.key).flatMap({ Int($0) }), (1...120).contains(number) else {
            note(entry.value, "\"\(entry.key)\" needs an age from 1 to 120")
            return nil
        }
        return number
    }

    mutating func phrases(_ entry: DocumentNode.Entry) -> [String] {
        list(entry.value, entry.key, in: entry.value).compactMap { scalar($0, entry.key) }
    }

    mutating func stateCodes(_ node: DocumentNode) -> [String] {
        list(node, "states", in: node).compactMap { item in
            guard let code = scalar(item, "states") else { return nil }
            guard stateNames[code] != nil else {
                note(item, "\"\(code)\" is no state; they run from MY-01 to MY-16")
                return nil
            }
            return code
        }
    }
}
