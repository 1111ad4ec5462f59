import Identifying
import Reviewing

extension Context {
    /// What was asked for in the search language.
    ///
    /// - Throws: `CommandFailure` where it cannot be understood.
    func leadSearch(_ text: String) throws -> LeadSearch {
        let gazetteer = try gazetteer()
        do throws(SearchProblem) {
            return try LeadSearch(text, for: actor) { rank, name in
                switch rank {
                case .state: gazetteer.stateCode(named: name)
                case .district: gazetteer.districtCode(named: name)
                }
            }
        } catch {
            throw CommandFailure(.search(error))
        }
    }
}
