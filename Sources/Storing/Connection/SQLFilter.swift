/// Conditions joined by AND, with their values. Only texts of ours go into the SQL; everything else is bound.
struct SQLFilter {
    private var conditions: [String] = []
    private(set) var values: [any SQLConvertible] = []

    /// Adds a condition in which each `$?` stands for the next value.
    mutating func add(_ condition: String, _ bound: any SQLConvertible...) {
        var pieces = condition.split(separator: "$?", omittingEmptySubsequences: false).map(String.init)
        var text = pieces.removeFirst()
        for (piece, value) in zip(pieces, bound) { text += placeholder(value) + piece }
        conditions.append(text)
    }

    /// A condition on one value that is used in several places: `$1` in the text stands for it.
    mutating func placeholder(_ value: any SQLConvertible) -> String {
        values.append(value)
        return "$\(values.count)"
    }

    /// A list of values for `IN`.
    mutating func placeholders(_ list: [some SQLConvertible]) -> String {
        list.map { placeholder($0) }.joined(separator: ", ")
    }

    /// `WHERE ...`, or nothing.
    var whereClause: String { conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ") }
}
