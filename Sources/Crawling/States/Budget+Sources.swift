import Model
import Scheduling

extension Budget {
    /// Shares the polls of a day among the enabled sources.
    ///
    /// - Parameters:
    ///   - states: what is known of those that were polled.
    ///   - pollsPerSource: what a source gets on average.
    init(_ sources: [Source], _ states: [SourceID: SourceState], pollsPerSource: Int) {
        let members = sources.lazy.filter(\.isEnabled).map { source in
            let state = states[source.id]
            return Member(
                on: source.politenessHost(state), rate: state?.rate ?? LearntRate(), rule: SourceRule(source))
        }
        self.init(members, pollsPerSource: pollsPerSource)
    }
}
