/// Bytes while they are being written, in memory of their own that grows.
///
/// An array asks at every append whether someone else holds it too. Where mark-up is taken out of a feed piece by piece, and
/// the pieces have twenty bytes, that was a fifth of the time.
///
/// Here and in `ByteWord` are the only unsafe lines of the pure modules. They are safe from outside: every write first makes
/// room for all it may touch, and nothing is read that was not written.
@usableFromInline
@safe
package struct ByteBuffer: ~Copyable {
    @usableFromInline private(set) var memory: UnsafeMutablePointer<UInt8>
    @usableFromInline private(set) var capacity: Int
    /// How many bytes were written.
    @usableFromInline package private(set) var count = 0

    /// - Parameter capacity: for how many bytes there is to be room at first.
    package init(capacity: Int = 0) {
        // Blocks are written whole, also where only a part of them counts.
        self.capacity = max(capacity, 0) + ByteBlock.length
        unsafe memory = .allocate(capacity: self.capacity)
    }

    deinit { unsafe memory.deallocate() }

    /// Makes room for that many bytes more.
    @inlinable @inline(__always)
    mutating func makeRoom(for length: Int) {
        if capacity &- count < length { grow(by: length) }
    }

    @usableFromInline @inline(never)
    mutating func grow(by length: Int) {
        let larger = max(capacity * 2, capacity + length)
        let target = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        unsafe target.update(from: memory, count: count)
        unsafe memory.deallocate()
        unsafe memory = target
        capacity = larger
    }

    /// Appends one byte.
    @inlinable @inline(__always)
    package mutating func append(_ byte: UInt8) {
        makeRoom(for: 1)
        unsafe memory[count] = byte
        count &+= 1
    }

    /// Appends the first bytes of a word: at most its eight.
    @inlinable @inline(__always)
    package mutating func append(_ word: ByteWord, length: Int) {
        precondition(length >= 0 && length <= ByteWord.length)
        makeRoom(for: ByteWord.length)
        unsafe UnsafeMutableRawPointer(memory + count).storeBytes(of: word.bits.littleEndian, as: UInt64.self)
        count &+= length
    }

    /// Appends bytes of another text.
    @inlinable
    package mutating func append(_ bytes: Span<UInt8>) {
        makeRoom(for: bytes.count)
        unsafe bytes.withUnsafeBufferPointer { source in
            guard let start = source.baseAddress else { return }
            unsafe (memory + count).update(from: start, count: source.count)
        }
        count &+= bytes.count
    }

    /// Appends a short text, such as a name.
    @inlinable
    package mutating func append(literal text: StaticString) {
        makeRoom(for: text.utf8CodeUnitCount)
        unsafe (memory + count).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
        count &+= text.utf8CodeUnitCount
    }

    /// Appends a character in UTF-8.
    @inlinable
    package mutating func append(_ scalar: Unicode.Scalar) {
        let (word, length) = scalar.encoded
        append(word, length: length)
    }

    /// Appends bytes up to the first that `mark` marks, in one pass over both texts.
    ///
    /// - Returns: where that byte is, or the end of `range`.
    @inlinable @inline(__always)
    package mutating func append(_ bytes: Span<UInt8>, in range: Range<Int>, upTo mark: (ByteBlock) -> ByteMask) -> Int
    {
        var at = range.lowerBound
        while at &+ ByteBlock.length <= range.upperBound {
            let block = bytes.block(at: at)
            write(block)
            let found = mark(block)
            if found.hasAny {
                let length = found.firstOffset
                count &+= length
                return at &+ length
            }
            count &+= ByteBlock.length
            at &+= ByteBlock.length
        }
        guard at < range.upperBound else { return at }
        let block = bytes.block(in: at..<range.upperBound)
        write(block)
        let length = min(mark(block).firstOffset, range.upperBound &- at)
        count &+= length
        return at &+ length
    }

    /// Writes a block behind the end, where it does not count yet.
    @inlinable @inline(__always)
    mutating func write(_ block: ByteBlock) {
        makeRoom(for: ByteBlock.length)
        unsafe UnsafeMutableRawPointer(memory + count).storeBytes(of: block.lanes, as: SIMD16<UInt8>.self)
    }

    /// The last byte; nil where there is none.
    @inlinable package var last: UInt8? { count > 0 ? unsafe memory[count &- 1] : nil }

    /// Takes the last byte off.
    @inlinable package mutating func removeLast() { count = max(0, count &- 1) }

    /// Forgets what was written, and keeps the room.
    @inlinable package mutating func removeAll() { count = 0 }

    /// Lends what was written. It is nobody else's to change meanwhile.
    @inlinable
    package borrowing func withSpan<Result, Problem: Error>(
        _ body: (Span<UInt8>) throws(Problem) -> Result
    ) throws(Problem) -> Result {
        try body(unsafe UnsafeBufferPointer(start: memory, count: count).span)
    }

    /// Appends words and the single blanks between them, up to the first of two blanks or what `mark` marks.
    ///
    /// - Returns: where that is, or the end of the bytes.
    @inlinable @inline(__always)
    package mutating func append(wordsOf bytes: Span<UInt8>, from start: Int, upTo mark: (ByteBlock) -> ByteMask) -> Int
    {
        var at = start
        while at &+ ByteBlock.length < bytes.count {
            let block = bytes.block(at: at)
            write(block)
            let blanks = block.mark(equalTo: 0x20) .& bytes.block(at: at &+ 1).mark(equalTo: 0x20)
            let found = mark(block) .| blanks
            if found.hasAny {
                let length = found.firstOffset
                count &+= length
                return at &+ length
            }
            count &+= ByteBlock.length
            at &+= ByteBlock.length
        }
        guard at < bytes.count else { return at }
        let block = bytes.block(in: at..<bytes.count)
        write(block)
        let blanks = block.mark(equalTo: 0x20) .& bytes.block(in: (at &+ 1)..<bytes.count).mark(equalTo: 0x20)
        let length = min((mark(block) .| blanks).firstOffset, bytes.count &- at)
        count &+= length
        return at &+ length
    }

    /// A copy of what was written.
    package var bytes: [UInt8] { unsafe Array(UnsafeBufferPointer(start: memory, count: count)) }

    /// What was written as a string. Unlike `String(decoding:as:)` it does not look at it once more: 7 % of the time of a feed.
    ///
    /// - Parameter isASCII: whether it is known to hold nothing else.
    /// - Warning: it must be UTF-8.
    @unsafe
    package func string(isASCII: Bool) -> String {
        let bytes = unsafe UnsafeBufferPointer(start: memory, count: count).span
        return unsafe String(copying: UTF8Span(unchecked: bytes, isKnownASCII: isASCII))
    }
}

/// Unchecked for its pointer: the buffer is never copied, so its one owner alone reads and writes the memory.
extension ByteBuffer: @unchecked Sendable {}
