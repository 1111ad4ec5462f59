import Model
import Referring
import Storing

/// A lead whose data is shown, and what belongs to it.
struct OpenLead: Hashable, Sendable {
    var lead: Lead
    /// Until when it is held for this person; nil where it can be read and not decided.
    var until: Instant?
    /// Programmes to check, best first.
    var suggestions: [Suggestion] = []
    /// What colleagues wrote about it.
    var notes: [LeadNote] = []
}
