public import Model

extension LeadID: SQLConvertible {
    public var sqlValue: SQLValue { .integer(value) }
    public init?(sqlValue: SQLValue) {
        guard let n = Int64(sqlValue: sqlValue) else { return nil }
        self.init(n)
    }
}

extension ArticleID: SQLConvertible {
    public var sqlValue: SQLValue { .integer(value) }
    public init?(sqlValue: SQLValue) {
        guard let n = Int64(sqlValue: sqlValue) else { return nil }
        self.init(n)
    }
}

extension EntryID: SQLConvertible {
    public var sqlValue: SQLValue { .integer(value) }
    public init?(sqlValue: SQLValue) {
        guard let n = Int64(sqlValue: sqlValue) else { return nil }
        self.init(n)
    }
}

extension SourceID: SQLConvertible {
    public var sqlValue: SQLValue { .text(value) }
    public init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.init(text)
    }
}

extension HostName: SQLConvertible {
    public var sqlValue: SQLValue { .text(value) }
    public init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.init(text)
    }
}

extension Actor: SQLConvertible {
    public var sqlValue: SQLValue { .text(name) }
    public init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.init(text)
    }
}

extension LeadLabel: SQLConvertible {
    public var sqlValue: SQLValue { .text(text) }
    public init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.init(text)
    }
}

extension ProspectRef: SQLConvertible {
    public var sqlValue: SQLValue { .text(description) }
    public init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue), let ref = try? ProspectRef(parsing: text) else { return nil }
        self = ref
    }
}

extension UUIDv7: SQLConvertible {
    public var sqlValue: SQLValue { .text(description) }
    public init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.init(text)
    }
}

extension Language: SQLConvertible {}
extension Urgency: SQLConvertible {}
extension Need: SQLConvertible {}
extension LeadKind: SQLConvertible {}
extension RejectReason: SQLConvertible {}
extension JoinReason: SQLConvertible {}
extension Article.Extent: SQLConvertible {}
extension PublishedDate.Precision: SQLConvertible {}
extension PublishedDate.Origin: SQLConvertible {}
