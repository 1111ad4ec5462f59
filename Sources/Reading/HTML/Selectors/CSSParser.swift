import Text

/// Reads the CSS selectors that a list of links needs.
struct CSSParser {
    private var scanner: SelectorScanner

    init(_ text: String) { scanner = SelectorScanner(text) }

    mutating func paths() throws(HTMLSelector.Problem) -> [HTMLSelector.Path] {
        var paths = [try path()]
        while scanner.take(",") {
            guard paths.count < HTMLSelector.maximumPaths else {
                throw scanner.problem("more than \(HTMLSelector.maximumPaths) alternatives")
            }
            paths.append(try path())
        }
        guard scanner.isAtEnd else {
            throw scanner.problem("`\(scanner.next.map(String.init) ?? "")` is not known here")
        }
        return paths
    }

    private mutating func path() throws(HTMLSelector.Problem) -> HTMLSelector.Path {
        scanner.skipBlanks()
        var path = HTMLSelector.Path(steps: [.init(isChild: false, conditions: try compound())])
        while true {
            let hasBlank = scanner.skipBlanks()
            let isChild = scanner.take(">")
            if isChild { scanner.skipBlanks() }
            if !isChild, !hasBlank || scanner.isAtEnd || scanner.next == "," { return path }
            guard path.steps.count < HTMLSelector.maximumSteps else {
                throw scanner.problem("more than \(HTMLSelector.maximumSteps) steps")
            }
            path.steps.append(.init(isChild: isChild, conditions: try compound()))
        }
    }

    /// Tag, classes and the rest of one element; at least one of them.
    private mutating func compound() throws(HTMLSelector.Problem) -> [HTMLSelector.Condition] {
        var conditions: [HTMLSelector.Condition] = []
        let isAny = scanner.take("*")
        if !isAny, let next = scanner.next, next.isLetter || next == "_" {
            conditions.append(.element(named: try scanner.name(of: "a tag")))
        }
        while let condition = try simple() { conditions.append(condition) }
        guard isAny || !conditions.isEmpty else { throw scanner.problem("expected a tag, .class, #id or [attribute]") }
        return conditions
    }

    private mutating func simple() throws(HTMLSelector.Problem) -> HTMLSelector.Condition? {
        if scanner.take(".") { return .attribute(named: "class", .hasWord(try scanner.name(of: "a class"))) }
        if scanner.take("#") { return .attribute(named: "id", .equals(try scanner.name(of: "an id"))) }
        if scanner.take("[") { return try attribute() }
        if scanner.take(":") { return try pseudoClass() }
        return nil
    }

    private mutating func attribute() throws(HTMLSelector.Problem) -> HTMLSelector.Condition {
        scanner.skipBlanks()
        let name = try scanner.name(of: "an attribute")
        scanner.skipBlanks()
        if scanner.take("]") { return .attribute(named: name, .exists) }
        guard let test = CSSParser.operators.first(where: { scanner.take($0.sign) })?.test else {
            throw scanner.problem("expected `=` or `]`")
        }
        scanner.skipBlanks()
        let value: String
        if let quoted = try scanner.quoted() {
            value = quoted
        } else {
            value = try scanner.name(of: "a value, in quotes")
        }
        scanner.skipBlanks()
        try scanner.expect("]")
        return .attribute(named: name, test(value))
    }

    private static let operators: [(sign: String, test: @Sendable (String) -> HTMLSelector.AttributeTest)] = [
        ("=", { .equals($0) }), ("~=", { .hasWord($0) }), ("|=", { .isLanguage($0) }), ("^=", { .hasPrefix($0) }),
        ("$=", { .hasSuffix($0) }), ("*=", { .contains(Array($0.utf8)) }),
    ]

    private mutating func pseudoClass() throws(HTMLSelector.Problem) -> HTMLSelector.Condition {
        if scanner.take("first-child") { return .nthChild(step: 0, offset: 1) }
        if scanner.take("nth-child(") {
            let condition = try order()
            try scanner.expect(")")
            return condition
        }
        guard scanner.take("not(") else { throw scanner.problem("only :not, :first-child and :nth-child are known") }
        scanner.skipBlanks()
        let inner = try compound()
        scanner.skipBlanks()
        try scanner.expect(")")
        return .not(inner)
    }

    /// `3`, `odd`, `even`, `2n`, `2n+1` or `-n+3`.
    private mutating func order() throws(HTMLSelector.Problem) -> HTMLSelector.Condition {
        scanner.skipBlanks()
        defer { scanner.skipBlanks() }
        if scanner.take("odd") { return .nthChild(step: 2, offset: 1) }
        if scanner.take("even") { return .nthChild(step: 2, offset: 0) }
        let isNegative = scanner.take("-")
        let number = scanner.number()
        guard scanner.take("n") else {
            guard let number, !isNegative else { throw scanner.problem("expected a number, odd, even or 2n+1") }
            return .nthChild(step: 0, offset: number)
        }
        let step = (isNegative ? -1 : 1) * (number ?? 1)
        scanner.skipBlanks()
        let isLess = scanner.take("-")
        guard isLess || scanner.take("+") else { return .nthChild(step: step, offset: 0) }
        scanner.skipBlanks()
        guard let offset = scanner.number() else { throw scanner.problem("expected a number") }
        return .nthChild(step: step, offset: isLess ? -offset : offset)
    }
}
