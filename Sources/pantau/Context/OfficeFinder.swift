import Identifying
import Model

/// Which office of PERKESO is near, for one lead after another: the tables are read once, with the first lead that has a
/// place.
struct OfficeFinder {
    private let context: Context
    private var gazetteer: Gazetteer?
    private var isRead = false

    init(_ context: Context) { self.context = context }

    /// Where a lead's people would go: nil where its district is not known, or where the squad's own tables cannot be read,
    /// which `pantau lexicon lint` tells.
    mutating func office(nearest lead: Lead) -> NearestOffice? {
        guard let place = lead.identification.place else { return nil }
        if !isRead { (gazetteer, isRead) = (try? context.gazetteer(), true) }
        return gazetteer.flatMap { NearestOffice(to: place, using: $0) }
    }
}
