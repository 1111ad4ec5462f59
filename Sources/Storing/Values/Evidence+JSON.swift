import Model
import Text

/// `["title", start, end, sentence, "exact"]`: there are dozens in a score, so no names.
extension Evidence: JSONConvertible {
    var json: JSONValue {
        [
            .string(field.rawValue), .integer(Int64(range.lowerBound)), .integer(Int64(range.upperBound)),
            .integer(Int64(sentence)), .string(exact),
        ]
    }

    init?(json: JSONValue) {
        guard let field = json[0]?.string.flatMap(Field.init), let start = json[1]?.integer,
            let end = json[2]?.integer, start >= 0, start <= end, let sentence = json[3]?.integer,
            let exact = json[4]?.string
        else { return nil }
        self.init(field: field, range: Int(start)..<Int(end), exact: exact, sentence: Int(sentence))
    }
}
