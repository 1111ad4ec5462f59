public import Model
public import Text

/// A value as the database holds it.
public enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

/// A type that a column can hold.
public protocol SQLConvertible {
    var sqlValue: SQLValue { get }
    /// - Returns: nil where the column holds something else: the database is damaged or was edited by hand.
    init?(sqlValue: SQLValue)
}

extension SQLConvertible where Self: RawRepresentable, RawValue == String {
    public var sqlValue: SQLValue { .text(rawValue) }
    public init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(rawValue: text)
    }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
    public var sqlValue: SQLValue { self?.sqlValue ?? .null }
    public init?(sqlValue: SQLValue) {
        if case .null = sqlValue {
            self = .none
        } else {
            guard let value = Wrapped(sqlValue: sqlValue) else { return nil }
            self = value
        }
    }
}

extension String: SQLConvertible {
    public var sqlValue: SQLValue { .text(self) }
    public init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self = text
    }
}

extension Int64: SQLConvertible {
    public var sqlValue: SQLValue { .integer(self) }
    public init?(sqlValue: SQLValue) {
        guard case .integer(let n) = sqlValue else { return nil }
        self = n
    }
}

extension Int: SQLConvertible {
    public var sqlValue: SQLValue { .integer(Int64(self)) }
    public init?(sqlValue: SQLValue) {
        guard case .integer(let n) = sqlValue else { return nil }
        self.init(exactly: n)
    }
}

/// By bit pattern, as SQL knows no unsigned numbers; equality is kept, order is not.
extension UInt64: SQLConvertible {
    public var sqlValue: SQLValue { .integer(Int64(bitPattern: self)) }
    public init?(sqlValue: SQLValue) {
        guard case .integer(let n) = sqlValue else { return nil }
        self.init(bitPattern: n)
    }
}

extension Double: SQLConvertible {
    public var sqlValue: SQLValue { .real(self) }
    public init?(sqlValue: SQLValue) {
        switch sqlValue {
        case .real(let d): self = d
        case .integer(let n): self = Double(n)
        case .null, .text, .blob: return nil
        }
    }
}

extension Bool: SQLConvertible {
    public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
    public init?(sqlValue: SQLValue) {
        guard case .integer(let n) = sqlValue, n == 0 || n == 1 else { return nil }
        self = n == 1
    }
}

/// Bytes; arrays of other types have no column.
extension Array: SQLConvertible where Element == UInt8 {
    public var sqlValue: SQLValue { .blob(self) }
    public init?(sqlValue: SQLValue) {
        guard case .blob(let bytes) = sqlValue else { return nil }
        self = bytes
    }
}

/// Milliseconds since 1970.
extension Instant: SQLConvertible {
    public var sqlValue: SQLValue { .integer(milliseconds) }
    public init?(sqlValue: SQLValue) {
        guard case .integer(let n) = sqlValue else { return nil }
        self.init(milliseconds: n)
    }
}

/// JSON text.
extension JSONValue: SQLConvertible {
    public var sqlValue: SQLValue { .text(text) }
    public init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue, let value = try? JSONValue(parsing: text.utf8) else { return nil }
        self = value
    }
}
