import Text

/// Values by the hash of a name. Tags, attributes and the words of classes are looked up a hundred thousand times a page;
/// the hash is there already, so that a table which does not hash it again takes a third of a dictionary's time.
///
/// The names are our own and few: that a page's name meets one of them by design of an attacker gives it that name's
/// meaning, which it could have as well by its spelling.
struct NameTable<Value: Sendable>: Sendable {
    private var hashes: [UInt64]
    private var values: [Value?]
    private let mask: Int

    init(_ pairs: [(name: NameHash, value: Value)]) {
        // At most half full, so that a miss ends soon.
        var size = 16
        while size < pairs.count * 2 { size *= 2 }
        mask = size - 1
        hashes = Array(repeating: 0, count: size)
        values = Array(repeating: nil, count: size)
        for pair in pairs {
            var place = NameTable.place(of: pair.name.value) & mask
            while values[place] != nil, hashes[place] != pair.name.value { place = (place + 1) & mask }
            hashes[place] = pair.name.value
            values[place] = pair.value
        }
    }

    /// Of two values with one name the last.
    subscript(_ name: NameHash) -> Value? {
        var place = NameTable.place(of: name.value) & mask
        while let value = values[place] {
            if hashes[place] == name.value { return value }
            place = (place + 1) & mask
        }
        return nil
    }

    private static func place(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) }
}
