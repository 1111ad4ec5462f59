import Identifying
import Model
import Reviewing
import Storing

extension Context {
    /// What was asked for in the search language.
    ///
    /// - Throws: `CommandFailure` where it cannot be understood.
    func leadSearch(_ text: String) throws -> LeadSearch {
        let gazetteer = try gazetteer()
        let search: LeadSearch
        do throws(SearchProblem) {
            search = try LeadSearch(text, for: actor) { rank, name in
                switch rank {
                case .state: gazetteer.stateCode(named: name)
                case .district: gazetteer.districtCode(named: name)
                }
            }
        } catch {
            throw CommandFailure(.search(error))
        }
        guard allows(.seeLead) || !search.conditions.contains(where: \.readsTexts) else {
            throw CommandFailure(.searchNeedsReading)
        }
        return search
    }
}

extension LeadCondition {
    /// Whether the answer tells what stands in an article or a headline.
    fileprivate var readsTexts: Bool {
        switch self {
        case .text: true
        case .not(let condition): condition.readsTexts
        case .urgency, .need, .stateCode, .districtCode, .source, .language, .score, .age, .unclaimed, .claimed, .mine,
            .label, .open,
            .isProtected, .awaitsSecond, .hasMinor, .rejected, .rule, .decided, .returned:
            false
        }
    }
}
