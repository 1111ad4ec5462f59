/// A key that was pressed, or a text that was pasted.
public enum Key: Hashable, Sendable {
    case character(Character)
    /// With the control key: `.control("d")` for ^D. Enter, Tab, Backspace and Escape have cases of their own.
    case control(Character)
    case enter, escape, tab, backTab, backspace, delete
    case up, down, left, right, home, end, pageUp, pageDown
    case shiftUp, shiftDown
    /// Came in one piece by way of the terminal's bracketed paste. Not keys: a pasted word must decide nothing.
    case paste(String)
    /// A sequence that no key of ours sends.
    case unknown
}

/// Turns the bytes of a terminal into keys. Bytes of one key may come in several pieces.
public struct KeyDecoder: Sendable {
    private var bytes: [UInt8] = []
    private var isPasting = false

    public init() {}

    /// More of a paste than this is dropped: nobody pastes an article into a note.
    static let pasteLimit = 64 * 1024

    /// Whether a key has begun and not ended: an Escape alone looks like the beginning of an arrow. The caller waits a
    /// moment (a terminal sends a sequence at once) and then calls ``flush()``.
    public var isInside: Bool { !bytes.isEmpty && !isPasting }

    /// The keys that are whole with these bytes.
    public mutating func feed(_ new: some Sequence<UInt8>) -> [Key] {
        bytes += new
        return take(isLast: false)
    }

    /// Nothing more has come: what is left is what it is.
    public mutating func flush() -> [Key] { isPasting ? [] : take(isLast: true) }

    private mutating func take(isLast: Bool) -> [Key] {
        var keys: [Key] = []
        var position = 0
        loop: while position < bytes.count {
            let rest = bytes[position...]
            if isPasting {
                guard let (text, count) = KeyDecoder.paste(rest) else { break loop }
                keys.append(.paste(text))
                position += count
                isPasting = false
                continue
            }
            switch KeyDecoder.key(rest, isLast: isLast) {
            case .key(let key, let count):
                keys.append(key)
                position += count
            case .pasteBegins(let count):
                isPasting = true
                position += count
            case .incomplete: break loop
            }
        }
        bytes.removeFirst(position)
        if isPasting, bytes.count > KeyDecoder.pasteLimit {
            // The end mark may stand at the cut.
            bytes.removeFirst(bytes.count - pasteEnd.count)
        }
        return keys
    }

    private static func paste(_ bytes: ArraySlice<UInt8>) -> (String, Int)? {
        let limit = bytes.count - pasteEnd.count
        guard limit >= 0 else { return nil }
        for offset in 0...limit where bytes.dropFirst(offset).starts(with: pasteEnd) {
            return (String(decoding: bytes.prefix(offset), as: UTF8.self), offset + pasteEnd.count)
        }
        return nil
    }
}

/// What stands at the beginning of some bytes.
private enum Reading {
    case key(Key, Int)
    case pasteBegins(Int)
    case incomplete
}

private let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

extension KeyDecoder {
    private static func key(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> Reading {
        let first = bytes[bytes.startIndex]
        switch first {
        case 0x1B: return escape(bytes, isLast: isLast)
        case 0x0D, 0x0A: return .key(.enter, 1)
        case 0x09: return .key(.tab, 1)
        case 0x7F, 0x08: return .key(.backspace, 1)
        case 0x00: return .key(.unknown, 1)
        case 0x01...0x1A: return .key(.control(Character(Unicode.Scalar(first + 0x60))), 1)
        case 0x1C...0x1F: return .key(.unknown, 1)
        case 0x20..<0x7F: return .key(.character(Character(Unicode.Scalar(first))), 1)
        default: return character(bytes, isLast: isLast)
        }
    }

    /// A character outside ASCII in UTF-8; a byte that begins none is a key that nobody has.
    private static func character(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> Reading {
        let first = bytes[bytes.startIndex]
        guard (0xC2...0xF4).contains(first) else { return .key(.unknown, 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard bytes.count >= length else { return isLast ? .key(.unknown, bytes.count) : .incomplete }
        guard let text = String(validating: bytes.prefix(length), as: UTF8.self), let character = text.first else {
            return .key(.unknown, 1)
        }
        return .key(.character(character), length)
    }

    private static func escape(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> Reading {
        guard let second = bytes.dropFirst().first else { return isLast ? .key(.escape, 1) : .incomplete }
        switch second {
        case UInt8(ascii: "["): return sequence(bytes, isLast: isLast)
        case UInt8(ascii: "O"):
            // Arrows and Home in application mode.
            guard let final = bytes.dropFirst(2).first else { return isLast ? .key(.unknown, 2) : .incomplete }
            return .key(KeyDecoder.key(final: final, parameters: ""), 3)
        // Two presses of Escape; the second begins anew.
        case 0x1B: return .key(.escape, 1)
        // Alt and a letter is no key of ours, and must not act as the letter.
        default: return .key(.unknown, 2)
        }
    }

    /// `ESC [`, parameters, a final byte (ECMA-48).
    private static func sequence(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> Reading {
        let body = bytes.dropFirst(2)
        guard let end = body.firstIndex(where: { !(0x20..<0x40).contains($0) }) else {
            // A sequence that never ends is not waited for for ever.
            return isLast || body.count > 32 ? .key(.unknown, bytes.count) : .incomplete
        }
        let count = end - bytes.startIndex + 1
        guard (0x40...0x7E).contains(body[end]) else { return .key(.unknown, count - 1) }
        let parameters = String(decoding: body[..<end], as: UTF8.self)
        if body[end] == UInt8(ascii: "~"), parameters == "200" { return .pasteBegins(count) }
        return .key(key(final: body[end], parameters: parameters), count)
    }

    private static func key(final: UInt8, parameters: String) -> Key {
        let isShifted = parameters.hasSuffix(";2")
        switch final {
        case UInt8(ascii: "A"): return isShifted ? .shiftUp : .up
        case UInt8(ascii: "B"): return isShifted ? .shiftDown : .down
        case UInt8(ascii: "C"): return .right
        case UInt8(ascii: "D"): return .left
        case UInt8(ascii: "H"): return .home
        case UInt8(ascii: "F"): return .end
        case UInt8(ascii: "Z"): return .backTab
        case UInt8(ascii: "M"): return .enter
        case UInt8(ascii: "~"): return numbered[String(parameters.prefix { $0 != ";" })] ?? .unknown
        default: return .unknown
        }
    }

    /// The keys that xterm, the Linux console, rxvt and PuTTY send as a number and a tilde.
    private static let numbered: [String: Key] = [
        "1": .home, "7": .home, "4": .end, "8": .end, "3": .delete, "5": .pageUp, "6": .pageDown,
    ]
}
