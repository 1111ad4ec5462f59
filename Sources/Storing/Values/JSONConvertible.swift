import Text

/// A value kept as JSON text in one column. The form is stable: names are never reused for another meaning, and `v`
/// counts forms that an older program could not read.
protocol JSONConvertible: SQLConvertible {
    var json: JSONValue { get }
    init?(json: JSONValue)
}

extension JSONConvertible {
    public var sqlValue: SQLValue { .text(json.text) }
    public init?(sqlValue: SQLValue) {
        guard let json = JSONValue(sqlValue: sqlValue) else { return nil }
        self.init(json: json)
    }
}

extension JSONValue {
    /// Every item made into a value; nil where this is no list or one item cannot be read. A missing list is empty.
    static func list<T>(_ json: JSONValue?, _ make: (JSONValue) -> T?) -> [T]? {
        guard let json else { return [] }
        guard let items = json.items else { return nil }
        var result: [T] = []
        for item in items {
            guard let value = make(item) else { return nil }
            result.append(value)
        }
        return result
    }

    /// The list, or nothing where it is empty, so that it takes no room.
    static func list<T>(_ values: [T], _ json: (T) -> JSONValue) -> JSONValue? {
        values.isEmpty ? nil : .array(values.map(json))
    }

    static func int(_ n: Int?) -> JSONValue? { n.map { .integer(Int64($0)) } }
    static func text(_ s: String?) -> JSONValue? { s.map { .string($0) } }
    /// Only what is true is written.
    static func flag(_ b: Bool) -> JSONValue? { b ? true : nil }

    func int(_ name: String) -> Int? { self[name]?.integer.flatMap { Int(exactly: $0) } }
    func flag(_ name: String) -> Bool { self[name]?.bool ?? false }

    /// The code under `name` as a case; `.some(nil)` where there is none, nil where it is unknown.
    func code<T: RawRepresentable>(_ name: String, as: T.Type = T.self) -> T?? where T.RawValue == String {
        guard let text = self[name]?.string else { return .some(nil) }
        guard let value = T(rawValue: text) else { return nil }
        return value
    }
}
