/// Which namespace each prefix stands for at the present place. Every step is constant time, however many
/// declarations a hostile document makes.
struct XMLNamespaces {
    /// Addresses in lower case; the first is "none".
    private(set) var addresses: [String] = [""]
    private var numbers: [String: Int32] = ["": 0]
    /// By prefix number; -1 where the prefix is not declared.
    private var bindings: [Int32] = []
    /// What to put back when an element ends.
    private var undo: [(prefix: Int32, previous: Int32)] = []

    /// Namespaces beyond this bound count as unknown. Feeds use under thirty.
    private static let maximum = 1_000

    /// How many declarations are in force; given back to ``close(to:)``.
    var mark: Int { undo.count }

    mutating func declare(_ prefix: Int32, as address: String) {
        while bindings.count <= Int(prefix) { bindings.append(-1) }
        undo.append((prefix, bindings[Int(prefix)]))
        bindings[Int(prefix)] = number(of: address)
    }

    mutating func close(to mark: Int) {
        while undo.count > mark {
            let last = undo.removeLast()
            bindings[Int(last.prefix)] = last.previous
        }
    }

    func namespace(of prefix: Int32) -> Int32 { Int(prefix) < bindings.count ? max(0, bindings[Int(prefix)]) : 0 }

    private mutating func number(of address: String) -> Int32 {
        if let known = numbers[address] { return known }
        guard addresses.count < XMLNamespaces.maximum else { return 0 }
        let number = Int32(addresses.count)
        addresses.append(address)
        numbers[address] = number
        return number
    }
}
