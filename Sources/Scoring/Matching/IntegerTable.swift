/// A map from 64-bit keys to small numbers by open addressing: one multiplication and mostly one look at one place.
struct IntegerTable: Sendable {
    /// A value of 0 marks a free place, so values begin at 1.
    private var places: [(key: UInt64, value: Int32)]
    private var mask: Int
    private(set) var count = 0

    init() {
        places = Array(repeating: (0, 0), count: 16)
        mask = 15
    }

    /// The value of `key`; 0 where there is none.
    subscript(key: UInt64) -> Int32 { places[place(of: key)].value }

    /// Gives `key` a value, which must not be 0.
    mutating func set(_ key: UInt64, to value: Int32) {
        let index = place(of: key)
        let isNew = places[index].value == 0
        places[index] = (key, value)
        guard isNew else { return }
        count += 1
        if count * 2 > mask { grow() }
    }

    /// Where `key` stands or would stand. Half of the places are free, so the walk is short.
    private func place(of key: UInt64) -> Int {
        var index = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
        while places[index].value != 0, places[index].key != key { index = (index &+ 1) & mask }
        return index
    }

    private mutating func grow() {
        let old = places
        mask = mask * 2 + 1
        places = Array(repeating: (0, 0), count: mask + 1)
        for entry in old where entry.value != 0 { places[place(of: entry.key)] = entry }
    }
}
