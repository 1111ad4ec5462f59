import Text

extension XMLScanner {
    private static func endsName(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
            || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }

    private mutating func name() -> ArraySlice<UInt8> {
        let start = at
        while at < bytes.count, !XMLScanner.endsName(bytes[at]) { at += 1 }
        return bytes[start..<at]
    }

    private mutating func skipBlanks() {
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    }

    mutating func startTag() {
        at += 1
        let name = names.number(of: name())
        if open.isEmpty {
            if hasRoot { damage.insert(.textOutside) }
            hasRoot = true
        }
        let first = Int32(attributes.count)
        let mark = namespaces.mark
        let isEmpty = readAttributes()
        declareNamespaces(attributes[Int(first)...])
        let namespace = namespaces.namespace(of: names.prefixes[Int(name)])
        let index = nodes.count
        hasOpenText = false
        nodes.append(
            .init(
                name: name, namespace: namespace, end: Int32(index + 1), range: first..<Int32(attributes.count),
                isClosed: true))
        open.append(Open(node: index, name: name, namespaceMark: mark))
        while openCount.count <= Int(name) { openCount.append(0) }
        openCount[Int(name)] += 1
        if isEmpty { close(isClosed: true) }
    }

    /// Reads up to the end of the tag.
    ///
    /// - Returns: whether the tag closes itself (`/>`).
    private mutating func readAttributes() -> Bool {
        var count = 0
        while true {
            skipBlanks()
            guard at < bytes.count else {
                damage.insert(.truncated)
                return false
            }
            switch bytes[at] {
            case UInt8(ascii: ">"):
                at += 1
                return false
            case UInt8(ascii: "/"):
                at += 1
                if at < bytes.count, bytes[at] == UInt8(ascii: ">") {
                    at += 1
                    return true
                }
            case UInt8(ascii: "<"):
                // The tag was never ended; what follows is the next one.
                damage.insert(.mismatchedTags)
                return false
            case UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'"):
                at += 1
            default:
                count += 1
                readAttribute(isKept: count <= XMLScanner.maximumAttributes)
            }
        }
    }

    private mutating func readAttribute(isKept: Bool) {
        let name = name()
        skipBlanks()
        guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
            if isKept { add(name, value: at..<at) }
            return
        }
        at += 1
        skipBlanks()
        let value = attributeValue()
        if isKept { add(name, value: value) } else { damage.insert(.tooManyAttributes) }
    }

    private mutating func attributeValue() -> Range<Int> {
        guard at < bytes.count else { return at..<at }
        let quote = bytes[at]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let start = at
            while at < bytes.count, bytes[at] > 0x20, bytes[at] != UInt8(ascii: ">") { at += 1 }
            return start..<at
        }
        let start = at + 1
        guard let end = bytes.span.nextOffset(of: quote, in: start..<bytes.count) else {
            damage.insert(.truncated)
            at = bytes.count
            return start..<at
        }
        at = end + 1
        return start..<end
    }

    private mutating func add(_ name: ArraySlice<UInt8>, value: Range<Int>) {
        attributes.append(.init(name: names.number(of: name), value: resolved(value)))
    }

    private mutating func declareNamespaces(_ new: ArraySlice<XMLTree.Attribute>) {
        for attribute in new {
            let name = names.names[Int(attribute.name)]
            guard name.prefix == "xmlns" || (name.prefix.isEmpty && name.local == "xmlns") else { continue }
            let value = copy(attribute.value)
            let prefix = names.prefixNumber(name.prefix.isEmpty ? "" : name.local)
            namespaces.declare(prefix, as: String(decoding: value.map(\.asciiLowercased), as: UTF8.self))
        }
    }

    mutating func endTag() {
        at += 2
        skipBlanks()
        let spelling = name()
        let name =
            if let last = open.last, names.isName(spelling, last.name) { last.name } else { names.number(of: spelling) }
        while at < bytes.count, bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "<") { at += 1 }
        if at < bytes.count, bytes[at] == UInt8(ascii: ">") {
            at += 1
        } else {
            damage.insert(at < bytes.count ? .mismatchedTags : .truncated)
        }
        guard Int(name) < openCount.count, openCount[Int(name)] > 0 else {
            damage.insert(.mismatchedTags)
            return
        }
        while let last = open.last, last.name != name {
            damage.insert(.mismatchedTags)
            close(isClosed: true)
        }
        close(isClosed: true)
    }

    mutating func close(isClosed: Bool) {
        let element = open.removeLast()
        hasOpenText = false
        openCount[Int(element.name)] -= 1
        nodes[element.node].end = Int32(nodes.count)
        nodes[element.node].isClosed = isClosed
        namespaces.close(to: element.namespaceMark)
    }
}
