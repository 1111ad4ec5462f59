/// The fields of an answer's header, in the order in which they came. Values are hostile text.
public struct HeaderFields: Hashable, Sendable {
    /// One field.
    public struct Field: Hashable, Sendable {
        /// In lower case.
        public var name: String
        /// Without white space at either end; bytes that are no UTF-8 are U+FFFD.
        public var value: String
    }

    /// All fields; a name may stand there several times.
    public private(set) var fields: [Field] = []

    /// Names may be in any case; values are taken as they are.
    public init(_ fields: some Sequence<(String, String)> = EmptyCollection()) {
        for (name, value) in fields { append(name, value) }
    }

    /// The first value of that name; `name` in lower case.
    public subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// All values of that name; `name` in lower case.
    public func values(of name: String) -> [String] { fields.lazy.filter { $0.name == name }.map(\.value) }

    mutating func append(_ name: String, _ value: String) {
        fields.append(Field(name: name.lowercased(), value: value))
    }

    /// The parts of a field that is a list (`Cache-Control`), over all fields of that name, in lower case.
    func list(_ name: String) -> [String] {
        values(of: name).flatMap { $0.split(separator: ",") }.map { $0.trimmingBlanks.lowercased() }
    }
}

extension StringProtocol {
    /// Without blanks and tabs at either end.
    var trimmingBlanks: SubSequence {
        let isText = { (c: Character) in c != " " && c != "\t" }
        guard let first = firstIndex(where: isText), let last = lastIndex(where: isText) else {
            return self[endIndex...]
        }
        return self[first...last]
    }
}
