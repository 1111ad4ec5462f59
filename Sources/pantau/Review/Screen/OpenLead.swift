import Model
import Referring
import Storing

/// A lead whose data is shown, and what belongs to it.
struct OpenLead: Hashable, Sendable {
    var lead: Lead
    /// Until when it is held for this person; nil where it can be read and not decided.
    var until: Instant?
    /// What an agency said that gave it back; nil for a lead to review.
    var returned: ReturnedCase?
    /// Programmes to check, best first.
    var suggestions: [Suggestion] = []
    /// nil where no district is known.
    var office: NearestOffice?
    /// What colleagues wrote about it.
    var notes: [LeadNote] = []
}
