import Bundled
import Foundation
import Text

/// The contract's schemas (JSON Schema 2020-12), as far as they use it: what a receiver's library would say of a value.
/// A keyword that is not known here is a mistake of this checker, and is told as one.
struct ContractSchema {
    private let schemas: [String: JSONValue]
    private let root: JSONValue

    struct Missing: Error { var name: String }

    /// - Parameter name: such as `prospect.schema.json`.
    init(_ name: String) throws {
        var schemas: [String: JSONValue] = [:]
        var root: JSONValue?
        for file in BundledFile.files(in: "Contract") where file.path.hasSuffix(".json") {
            let schema = try JSONValue(parsing: Array(file.text.utf8))
            if let id = schema["$id"]?.string { schemas[id] = schema }
            if file.path == "Contract/\(name)" { root = schema }
        }
        guard let root else { throw Missing(name: name) }
        (self.schemas, self.root) = (schemas, root)
    }

    /// What is wrong with a value, each with its JSON Pointer; none where it is valid.
    func problems(of value: JSONValue) -> [String] {
        var check = Check(schemas: schemas, document: root)
        check.apply(root, to: value, at: "")
        return check.problems
    }

    /// One pass over a value.
    private struct Check {
        let schemas: [String: JSONValue]
        let document: JSONValue
        var problems: [String] = []

        private static let silent: Set<String> = [
            "$schema", "$id", "$defs", "$comment", "title", "description", "examples", "default", "then", "else",
        ]

        mutating func apply(_ schema: JSONValue, to value: JSONValue, at pointer: String) {
            if let allowed = schema.bool {
                if !allowed { problems.append("\(pointer): not allowed here") }
                return
            }
            for member in schema.members ?? [] where !Check.silent.contains(member.name) {
                keyword(member.name, member.value, schema, value, pointer)
            }
        }

        private func holds(_ schema: JSONValue, _ value: JSONValue) -> Bool {
            var check = Check(schemas: schemas, document: document)
            check.apply(schema, to: value, at: "")
            return check.problems.isEmpty
        }

        private mutating func expect(_ isGood: Bool, _ words: @autoclosure () -> String, at pointer: String) {
            if !isGood { problems.append("\(pointer): \(words())") }
        }

        private mutating func keyword(
            _ name: String, _ rule: JSONValue, _ schema: JSONValue, _ value: JSONValue, _ pointer: String
        ) {
            switch name {
            case "$ref": reference(rule.string ?? "", value, pointer)
            case "allOf": for part in rule.items ?? [] { apply(part, to: value, at: pointer) }
            case "anyOf":
                expect((rule.items ?? []).contains { holds($0, value) }, "fits none of several forms", at: pointer)
            case "if":
                if let next = schema[holds(rule, value) ? "then" : "else"] { apply(next, to: value, at: pointer) }
            case "const": expect(rule == value, "is not \(rule.text)", at: pointer)
            case "enum": expect((rule.items ?? []).contains(value), "\(value.text) is no such code", at: pointer)
            case "type":
                let names = rule.items?.compactMap(\.string) ?? [rule.string ?? ""]
                expect(names.contains { value.isOf(type: $0) }, "is no \(names.joined(separator: ", "))", at: pointer)
            case "required", "properties", "additionalProperties", "propertyNames":
                object(name, rule, schema, value, pointer)
            case "items", "minItems", "maxItems", "uniqueItems": list(name, rule, value, pointer)
            case "pattern", "format", "minLength", "maxLength": text(name, rule, value, pointer)
            case "minimum", "maximum": number(name, rule, value, pointer)
            default: problems.append("\(pointer): the checker does not know \(name)")
            }
        }

        private mutating func reference(_ name: String, _ value: JSONValue, _ pointer: String) {
            if name.hasPrefix("#/$defs/"), let part = document["$defs"]?[String(name.dropFirst(8))] {
                apply(part, to: value, at: pointer)
            } else if let other = schemas[name] {
                var check = Check(schemas: schemas, document: other)
                check.apply(other, to: value, at: pointer)
                problems += check.problems
            } else {
                problems.append("\(pointer): the checker does not find \(name)")
            }
        }

        private mutating func object(
            _ name: String, _ rule: JSONValue, _ schema: JSONValue, _ value: JSONValue, _ pointer: String
        ) {
            guard let members = value.members else { return }
            switch name {
            case "required":
                for wanted in (rule.items ?? []).compactMap(\.string) {
                    expect(value[wanted] != nil, "has no \(wanted)", at: pointer)
                }
            case "properties":
                for part in rule.members ?? [] {
                    if let inner = value[part.name] { apply(part.value, to: inner, at: "\(pointer)/\(part.name)") }
                }
            case "propertyNames":
                for member in members { apply(rule, to: .string(member.name), at: "\(pointer)/\(member.name)") }
            default:
                for member in members where schema["properties"]?[member.name] == nil {
                    apply(rule, to: member.value, at: "\(pointer)/\(member.name)")
                }
            }
        }

        private mutating func list(_ name: String, _ rule: JSONValue, _ value: JSONValue, _ pointer: String) {
            guard let items = value.items else { return }
            switch name {
            case "items":
                for (index, item) in items.enumerated() { apply(rule, to: item, at: "\(pointer)/\(index)") }
            case "minItems": expect(items.count >= rule.whole, "has \(items.count) items", at: pointer)
            case "uniqueItems": expect(Set(items).count == items.count, "has an item twice", at: pointer)
            default: expect(items.count <= rule.whole, "has \(items.count) items", at: pointer)
            }
        }

        private mutating func text(_ name: String, _ rule: JSONValue, _ value: JSONValue, _ pointer: String) {
            guard let text = value.string else { return }
            switch name {
            case "minLength": expect(text.unicodeScalars.count >= rule.whole, "is too short", at: pointer)
            case "maxLength": expect(text.unicodeScalars.count <= rule.whole, "is too long", at: pointer)
            case "format":
                expect(isWellFormed(text, rule.string ?? ""), "\(text) is no \(rule.string ?? "")", at: pointer)
            default:
                let range = text.range(of: rule.string ?? "", options: .regularExpression)
                expect(range != nil, "\(text.prefix(60)) does not fit \(rule.string ?? "")", at: pointer)
            }
        }

        private mutating func number(_ name: String, _ rule: JSONValue, _ value: JSONValue, _ pointer: String) {
            guard let number = value.double, let limit = rule.double else { return }
            expect(name == "minimum" ? number >= limit : number <= limit, "\(number) is out of range", at: pointer)
        }
    }
}

/// The formats that the contract names (RFC 3339, 3986, 4122), strictly.
private func isWellFormed(_ text: String, _ format: String) -> Bool {
    func fits(_ pattern: String) -> Bool { text.range(of: "^(\(pattern))$", options: .regularExpression) != nil }
    let day = #"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"#
    let sign = #"(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})"#
    return switch format {
    case "date-time":
        fits(day + #"T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)"#)
    case "date": fits(day)
    case "uuid": fits("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
    case "uri":
        fits(#"[A-Za-z][A-Za-z0-9+.-]*:(//([^/?#\[\]@]*@)?\[[0-9A-Fa-f:.]+\])?"# + "\(sign)*(#\(sign)*)?")
    case "uri-reference":
        fits("([A-Za-z][A-Za-z0-9+.-]*:)?\(sign)*(#\(sign)*)?")
    default: false
    }
}

extension JSONValue {
    fileprivate var whole: Int { integer.flatMap { Int(exactly: $0) } ?? 0 }

    fileprivate func isOf(type: String) -> Bool {
        switch type {
        case "object": members != nil
        case "array": items != nil
        case "string": string != nil
        case "boolean": bool != nil
        case "null": self == .null
        case "integer": integer != nil
        case "number": double != nil
        default: false
        }
    }
}
