import Model

/// Follows the journal and finds values that went without an entry that says so: whoever may write the file could else
/// take out what an entry held and call it erased.
struct ErasureProof {
    /// The first entry that lost its values, by what it names, until an erasure of that is met.
    private var open: [Name: EntryID] = [:]

    private enum Name: Hashable {
        case lead(LeadID)
        case other(String)
    }

    mutating func add(_ entry: JournalEntry) {
        let isErasure = JournalDraft.erasingVerbs.contains(entry.draft.verb)
        for (position, target) in entry.draft.targets.enumerated() {
            let names = [target.lead.map(Name.lead), target.other.map(Name.other)].compactMap { $0 }
            if isErasure {
                for name in names { open[name] = nil }
            } else if entry.seals?[position].isErased == true, let name = names.first, open[name] == nil {
                open[name] = entry.id
            }
        }
    }

    /// The first entry whose values are gone for no reason.
    var unexplained: EntryID? { open.values.min() }
}

extension JournalDraft {
    /// The verb of an entry that tells that a case was erased.
    public static let eraseVerb = "lead.erase"
    /// The verb of an entry that tells that cases went because their time was over.
    public static let purgeVerb = "db.purge"
    /// The verb of an entry that tells that a backup was put back, and cases erased since were erased again.
    public static let restoreVerb = "db.restore"

    static let erasingVerbs: Set<String> = [eraseVerb, purgeVerb, restoreVerb]
}
