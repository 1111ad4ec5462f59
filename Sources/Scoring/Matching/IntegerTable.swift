/// A map from 64-bit keys to small numbers by open addressing: one multiplication and mostly one look.
struct IntegerTable: Sendable {
    private var keys: [UInt64]
    /// 0 marks a free place, so values begin at 1.
    private var values: [Int32]
    private var mask: Int
    private(set) var count = 0

    init() {
        keys = Array(repeating: 0, count: 16)
        values = Array(repeating: 0, count: 16)
        mask = 15
    }

    /// The value of `key`; 0 where there is none.
    subscript(key: UInt64) -> Int32 { values[place(of: key)] }

    /// Gives `key` a value, which must not be 0.
    mutating func set(_ key: UInt64, to value: Int32) {
        let index = place(of: key)
        if values[index] == 0 {
            count += 1
            (keys[index], values[index]) = (key, value)
            if count * 2 > mask { grow() }
        } else {
            values[index] = value
        }
    }

    /// Where `key` stands or would stand. Half of the places are free, so the walk is short.
    private func place(of key: UInt64) -> Int {
        var index = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
        while values[index] != 0, keys[index] != key { index = (index + 1) & mask }
        return index
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        mask = mask * 2 + 1
        keys = Array(repeating: 0, count: mask + 1)
        values = Array(repeating: 0, count: mask + 1)
        for (key, value) in zip(oldKeys, oldValues) where value != 0 {
            let index = place(of: key)
            (keys[index], values[index]) = (key, value)
        }
    }
}
