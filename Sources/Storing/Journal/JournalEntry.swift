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

/// One thing that an entry touched. `before` and `after` hold ids, codes and hashes, and whatever an undo needs besides:
/// the journal outlives the person's data, so they go when the case is erased (``Connection/forgetValues(of:_:)``).
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
    /// What stands for the values of each target in the hash; nil for an entry from before schema 4.
    var seals: [TargetSeal]?

    init(id: EntryID, draft: JournalDraft, previous: [UInt8], hash: [UInt8], seals: [TargetSeal]? = nil) {
        (self.id, self.draft, self.previous, self.hash, self.seals) = (id, draft, previous, hash, seals)
    }

    /// Whether the values of one of its targets were erased: then it can be neither undone nor done again.
    public var isErased: Bool { seals?.contains(where: \.isErased) ?? false }
}

/// What stands for the values of a target in the hash of its entry: a hash with a salt. With the salt gone nobody can
/// find out the values by trying, and the chain is whole all the same.
struct TargetSeal: Hashable {
    /// 16 random bytes; nil where the values were erased.
    var salt: [UInt8]?
    /// 32 bytes.
    var digest: [UInt8]

    /// A seal for what is written now.
    init(_ target: JournalTarget, salt: [UInt8]) {
        (self.salt, digest) = (salt, TargetSeal.digest(of: target, salt: salt))
    }

    /// A seal as it is stored.
    init(salt: [UInt8]?, digest: [UInt8]) { (self.salt, self.digest) = (salt, digest) }

    var isErased: Bool { salt == nil }

    /// Whether the values are those that were sealed; of erased ones nothing may be left.
    func fits(_ target: JournalTarget) -> Bool {
        guard let salt else { return target.before == .object([]) && target.after == .object([]) }
        return TargetSeal.digest(of: target, salt: salt) == digest
    }

    private static func digest(of target: JournalTarget, salt: [UInt8]) -> [UInt8] {
        var form = CanonicalForm(domain: 0x04, name: "pantau.journal.target.1")
        form.add(salt)
        form.add(target.before.text)
        form.add(target.after.text)
        return Digest(of: form.bytes).bytes
    }
}

extension JournalEntry {
    /// The hash that the entry should have.
    ///
    /// The form is canonical: a domain byte 0x00 (a leaf, as in RFC 6962, so that an entry can never pass as a node of a
    /// later tree), a name of the form, then each field with its length in 8 bytes, big-endian, before it; a missing
    /// field is the length 2^64 - 1. So no two entries have one form, and no field can run into the next.
    var computedHash: [UInt8] {
        var form = CanonicalForm(domain: 0x00, name: seals == nil ? "pantau.journal.1" : "pantau.journal.2")
        form.add(previous)
        form.add(id.value)
        form.add(draft.at.milliseconds)
        for field in [draft.author.actor.name, draft.author.unixUser, draft.author.via, draft.verb] { form.add(field) }
        form.add(draft.reason)
        form.add(draft.undoes?.value)
        form.add(draft.root?.value)
        form.add(Int64(draft.targets.count))
        for (position, target) in draft.targets.enumerated() {
            form.add(target.lead?.value)
            form.add(target.other)
            if let seals {
                form.add(seals[position].digest)
            } else {
                form.add(target.before.text)
                form.add(target.after.text)
            }
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
