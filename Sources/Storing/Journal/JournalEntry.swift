import Hashing
public import Model
public import Text

/// What one command did, to be written into the journal.
public struct JournalDraft: Hashable, Sendable {
    /// When it was done.
    public var at: Instant
    /// By whose hand.
    public var author: Author
    /// Such as `lead.accept`, `undo`, `crawl`.
    public var verb: String
    /// A code, such as `old-news`. Never free text.
    public var reason: String?
    /// The entry that this one takes back.
    public var undoes: EntryID?
    /// The decision at the root of a chain of undo and redo.
    public var root: EntryID?
    /// In the order in which they were touched.
    public var targets: [JournalTarget]

    public init(
        at now: Instant, by author: Author, verb: String, reason: String? = nil, undoes: EntryID? = nil,
        root: EntryID? = nil, targets: [JournalTarget]
    ) {
        (self.at, self.author, self.verb, self.reason) = (now, author, verb, reason)
        (self.undoes, self.root, self.targets) = (undoes, root, targets)
    }
}

/// One thing that an entry touched. `before` and `after` hold ids, codes and hashes only: the journal outlives the
/// person's data.
public struct JournalTarget: Hashable, Sendable {
    /// nil where it is no lead: see `other`.
    public var lead: LeadID?
    /// A reference, an export's id or a source's, where it is no lead.
    public var other: String?
    /// As it was.
    public var before: JSONValue
    /// As it became.
    public var after: JSONValue

    public init(lead: LeadID?, other: String? = nil, before: JSONValue, after: JSONValue) {
        (self.lead, self.other, self.before, self.after) = (lead, other, before, after)
    }
}

/// An entry of the journal. Entries are numbered from 1 without a gap, and each holds the hash of the one before.
public struct JournalEntry: Hashable, Sendable {
    /// 1, 2, 3, ... without a gap.
    public let id: EntryID
    /// What it records.
    public let draft: JournalDraft
    /// SHA-256 of the entry before; 32 zero bytes for the first.
    public let previous: [UInt8]
    /// SHA-256 over everything here: see ``JournalEntry/computedHash``.
    public let hash: [UInt8]
}

extension JournalEntry {
    /// The hash that the entry should have.
    ///
    /// The form is canonical: a domain byte 0x00 (a leaf, as in RFC 6962, so that an entry can never pass as a node of a
    /// later tree), a name of the form, then each field with its length in 8 bytes, big-endian, before it; a missing
    /// field is the length 2^64 - 1. So no two entries have one form, and no field can run into the next.
    var computedHash: [UInt8] {
        var form = CanonicalForm(domain: 0x00, name: "pantau.journal.1")
        form.add(previous)
        form.add(id.value)
        form.add(draft.at.milliseconds)
        for field in [draft.author.actor.name, draft.author.unixUser, draft.author.via, draft.verb] { form.add(field) }
        form.add(draft.reason)
        form.add(draft.undoes?.value)
        form.add(draft.root?.value)
        form.add(Int64(draft.targets.count))
        for target in draft.targets {
            form.add(target.lead?.value)
            form.add(target.other)
            form.add(target.before.text)
            form.add(target.after.text)
        }
        return Digest(of: form.bytes).bytes
    }
}

/// Bytes with lengths before them.
struct CanonicalForm {
    private(set) var bytes: [UInt8]

    init(domain: UInt8, name: String) {
        bytes = [domain]
        add(name)
    }

    mutating func add(_ field: [UInt8]?) {
        let length = field.map { UInt64($0.count) } ?? .max
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: length >> shift))
        }
        bytes += field ?? []
    }

    mutating func add(_ field: String?) { add(field.map { Array($0.utf8) }) }
    mutating func add(_ field: Int64?) { add(field.map { String($0) }) }
}
