public import Storing

/// What a register of persons and households (PADU and its like) says of somebody.
public enum RegisterAnswer: Hashable, Sendable {
    /// No key of theirs is in it, or it is hashed under a key that we do not have.
    case unknown
    /// They, or somebody of their household, are in it.
    case known
    /// They, or somebody of their household, are helped: by whom, as `AGENCY programme`.
    case helped(by: [String])
}

/// A register in memory, made of a hashed file: asked by keys, it never learns a name.
public struct HashedRegister: Sendable {
    private var entries: [HashedKey: [KnownEntry]] = [:]
    private var households: [String: [KnownEntry]] = [:]

    public init(_ file: KnownFile) {
        for entry in file.entries {
            entries[entry.key, default: []].append(entry)
            if let household = entry.household { households[household, default: []].append(entry) }
        }
    }

    /// What it says of somebody with these keys. Help for the household counts: it is given once for all who live there.
    public func answer(_ keys: [HashedKey]) -> RegisterAnswer {
        let own = keys.flatMap { entries[$0] ?? [] }
        guard !own.isEmpty else { return .unknown }
        let around = own.flatMap { $0.household.flatMap { households[$0] } ?? [] }
        let helpers = (own + around).filter { $0.standing == .helped }.map { entry in
            [entry.agency, entry.programme].compactMap { $0 }.joined(separator: " ")
        }
        return helpers.isEmpty ? .known : .helped(by: Set(helpers.map { $0.isEmpty ? "?" : $0 }).sorted())
    }
}
