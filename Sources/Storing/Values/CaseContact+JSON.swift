import Model
import Text

extension CaseContact: JSONConvertible {
    var json: JSONValue { ["kind": .string(kind.rawValue), "value": .string(value)] }

    init?(json: JSONValue) {
        guard let kind = json["kind"]?.string.flatMap(Kind.init), let value = json["value"]?.string else { return nil }
        self.init(kind, value)
    }
}
