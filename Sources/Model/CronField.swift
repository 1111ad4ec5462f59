/// A word of a cron line and where it begins, counted in characters from 1.
struct CronWord {
    var text: String
    var column: Int

    /// The words between blanks.
    static func words(of line: String) -> [CronWord] {
        var words: [CronWord] = []
        var isInWord = false
        for (index, character) in line.enumerated() {
            let isBlank = character == " " || character == "\t"
            if !isBlank {
                if isInWord {
                    words[words.count - 1].text.append(character)
                } else {
                    words.append(CronWord(text: String(character), column: index + 1))
                }
            }
            isInWord = !isBlank
        }
        return words
    }

    /// The parts between separators, each with its own place.
    func parts(at separator: Character) -> [CronWord] {
        var column = column
        return text.split(separator: separator, omittingEmptySubsequences: false).map { part in
            defer { column += part.count + 1 }
            return CronWord(text: String(part), column: column)
        }
    }
}

/// A set of numbers of 0...59.
struct NumberSet: Hashable, Sendable {
    private var bits: UInt64 = 0
    /// Whether `*` stood in the field: then it does not restrict the days.
    var isUnrestricted = false

    mutating func insert(_ number: Int) { bits |= 1 << UInt64(number) }
    func contains(_ number: Int) -> Bool { bits & 1 << UInt64(number) != 0 }
}

/// One of the five fields, in their order.
enum CronField: String, CaseIterable {
    case minute
    case hour
    case dayOfMonth = "day of the month"
    case month
    case dayOfWeek = "day of the week"

    private var range: ClosedRange<Int> {
        switch self {
        case .minute: 0...59
        case .hour: 0...23
        case .dayOfMonth: 1...31
        case .month: 1...12
        case .dayOfWeek: 0...7
        }
    }

    /// The first of them stands for the least number of the range.
    private var names: [String] {
        switch self {
        case .minute, .hour, .dayOfMonth: []
        case .month: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        case .dayOfWeek: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
        }
    }

    private var allowed: String {
        let numbers = "\(range.lowerBound)-\(range.upperBound)"
        return switch self {
        case .minute, .hour, .dayOfMonth: numbers
        case .month: numbers + " or jan-dec"
        case .dayOfWeek: numbers + " (0 and 7 are Sunday) or sun-sat"
        }
    }

    /// Reads a field: a list of `*`, numbers and ranges, the first and the last with a step where one is wanted.
    func numbers(_ field: CronWord) throws(CronLine.Problem) -> NumberSet {
        var set = NumberSet()
        for item in field.parts(at: ",") {
            let parts = item.parts(at: "/")
            guard parts.count <= 2, let span = parts.first else { throw problem(item, "has two steps") }
            let step = try parts.count == 2 ? self.step(parts[1], over: span) : 1
            if span.text == "*" { set.isUnrestricted = true }
            for number in stride(from: try bounds(span).lowerBound, through: try bounds(span).upperBound, by: step) {
                set.insert(self == .dayOfWeek ? number % 7 : number)
            }
        }
        return set
    }

    private func bounds(_ span: CronWord) throws(CronLine.Problem) -> ClosedRange<Int> {
        // 7 is Sunday once more: `*` must not stand for it twice.
        if span.text == "*" { return self == .dayOfWeek ? 0...6 : range }
        let ends = span.parts(at: "-")
        guard ends.count <= 2, let first = ends.first, let last = ends.last else {
            throw problem(span, "is not a range")
        }
        let lower = try number(first)
        var upper = try number(last)
        // The week ends with Sunday where a range does: `fri-sun`.
        if self == .dayOfWeek, ends.count == 2, upper == 0, lower > 0 { upper = 7 }
        guard lower <= upper else { throw problem(span, "ends before it begins") }
        return lower...upper
    }

    private func number(_ word: CronWord) throws(CronLine.Problem) -> Int {
        if let index = names.firstIndex(of: word.text.lowercased()) { return range.lowerBound + index }
        guard let number = Self.digits(word.text), range.contains(number) else {
            throw problem(word, "is not one of them")
        }
        return number
    }

    private func step(_ word: CronWord, over span: CronWord) throws(CronLine.Problem) -> Int {
        guard let step = Self.digits(word.text), (1...range.upperBound).contains(step) else {
            throw problem(word, "is no step; a step is 1-\(range.upperBound)")
        }
        guard span.text == "*" || span.text.contains("-") else {
            throw problem(
                span, "has a step and no end; write \(span.text)-\(range.upperBound)/\(step)")
        }
        return step
    }

    /// ASCII digits alone: `Int` also reads signs.
    private static func digits(_ text: String) -> Int? {
        (1...4).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }

    private func problem(_ word: CronWord, _ what: String) -> CronLine.Problem {
        let shown = word.text.count > 20 ? word.text.prefix(19) + "…" : word.text
        return CronLine.Problem(
            column: word.column,
            reason: "the \(rawValue) takes \(allowed), *, lists, ranges and steps; \"\(shown)\" \(what)")
    }
}
