import Text

/// Reads the XPaths that a list of links needs.
struct XPathParser {
    private var scanner: SelectorScanner
    /// How many numbers in brackets there were.
    private(set) var slots = 0

    init(_ text: String) { scanner = SelectorScanner(text) }

    mutating func paths() throws(HTMLSelector.Problem) -> [HTMLSelector.Path] {
        var paths: [HTMLSelector.Path] = []
        repeat {
            guard paths.count < HTMLSelector.maximumPaths else {
                throw scanner.problem("more than \(HTMLSelector.maximumPaths) paths")
            }
            paths.append(try path())
        } while scanner.take("|")
        guard scanner.isAtEnd else {
            throw scanner.problem("`\(scanner.next.map(String.init) ?? "")` is not known here")
        }
        return paths
    }

    private mutating func path() throws(HTMLSelector.Problem) -> HTMLSelector.Path {
        scanner.skipBlanks()
        var path = HTMLSelector.Path()
        while true {
            let isDescendant = scanner.take("//")
            guard isDescendant || scanner.take("/") else { break }
            if scanner.next == "@" {
                guard !path.steps.isEmpty, scanner.take("@href") else {
                    throw scanner.problem("the only attribute that may end a path is @href")
                }
                path.steps[path.steps.count - 1].conditions.append(.attribute(named: "href", .exists))
                break
            }
            guard path.steps.count < HTMLSelector.maximumSteps else {
                throw scanner.problem("more than \(HTMLSelector.maximumSteps) steps")
            }
            path.steps.append(.init(isChild: !isDescendant, conditions: try step()))
        }
        guard !path.steps.isEmpty else { throw scanner.problem("expected / or //") }
        scanner.skipBlanks()
        return path
    }

    private mutating func step() throws(HTMLSelector.Problem) -> [HTMLSelector.Condition] {
        var conditions: [HTMLSelector.Condition] = []
        if !scanner.take("*") { conditions.append(.element(named: try scanner.name(of: "a tag or *"))) }
        while scanner.take("[") {
            scanner.skipBlanks()
            if let number = scanner.number() {
                guard slots < HTMLSelector.maximumSlots else {
                    throw scanner.problem("more than \(HTMLSelector.maximumSlots) numbers")
                }
                conditions.append(.nthMatch(number, slot: slots))
                slots += 1
            } else {
                conditions += try predicate()
            }
            scanner.skipBlanks()
            try scanner.expect("]")
        }
        return conditions
    }

    private mutating func predicate() throws(HTMLSelector.Problem) -> [HTMLSelector.Condition] {
        var conditions = [try condition()]
        while true {
            scanner.skipBlanks()
            guard scanner.take("and") else { return conditions }
            scanner.skipBlanks()
            conditions.append(try condition())
        }
    }

    private mutating func condition() throws(HTMLSelector.Problem) -> HTMLSelector.Condition {
        if scanner.take("not(") {
            scanner.skipBlanks()
            let inner = try predicate()
            try scanner.expect(")")
            return .not(inner)
        }
        if scanner.take("contains(") {
            let (target, value) = try arguments()
            guard target.isPadded else { return .attribute(named: target.name, .contains(Array(value.utf8))) }
            return .attribute(named: target.name, .hasWord(value.trimmed))
        }
        if scanner.take("starts-with(") {
            let (target, value) = try arguments()
            return .attribute(named: target.name, .hasPrefix(value))
        }
        let target = try target()
        scanner.skipBlanks()
        guard scanner.take("=") else { return .attribute(named: target.name, .exists) }
        scanner.skipBlanks()
        guard let value = try scanner.quoted() else { throw scanner.problem("expected a text in quotes") }
        return .attribute(named: target.name, .equals(value))
    }

    /// What a function looks at. One that is padded stands in `concat(' ', ..., ' ')`: how an XPath asks for a word.
    private struct Target {
        var name: String
        var isPadded = false
    }

    private mutating func arguments() throws(HTMLSelector.Problem) -> (Target, String) {
        scanner.skipBlanks()
        let target = try target()
        scanner.skipBlanks()
        try scanner.expect(",")
        scanner.skipBlanks()
        guard let value = try scanner.quoted() else { throw scanner.problem("expected a text in quotes") }
        scanner.skipBlanks()
        try scanner.expect(")")
        return (target, value)
    }

    private mutating func target() throws(HTMLSelector.Problem) -> Target {
        if scanner.take("@") { return Target(name: try scanner.name(of: "an attribute")) }
        if scanner.take("normalize-space(") {
            try scanner.expect("@")
            let name = try scanner.name(of: "an attribute")
            try scanner.expect(")")
            return Target(name: name)
        }
        guard scanner.take("concat(") else {
            throw scanner.problem("expected @attribute, contains, starts-with or not")
        }
        try pad()
        try scanner.expect(",")
        scanner.skipBlanks()
        var target = try target()
        scanner.skipBlanks()
        try scanner.expect(",")
        try pad()
        try scanner.expect(")")
        target.isPadded = true
        return target
    }

    /// Passes the blank that `concat` puts before and behind.
    private mutating func pad() throws(HTMLSelector.Problem) {
        scanner.skipBlanks()
        guard scanner.take("' '") || scanner.take("\" \"") else { throw scanner.problem("expected a blank in quotes") }
        scanner.skipBlanks()
    }
}
