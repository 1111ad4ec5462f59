import Model

/// What a crawl brought to a lead that was there.
struct LeadNews {
    enum Kind {
        /// An article that tells the case in words of its own.
        case article
        /// The words of one that it has.
        case copy
        /// One that it has was edited.
        case revised
    }

    var kind: Kind
    /// 0...100
    var scoreBefore: Int
    var score: Int
    var isMoreUrgent: Bool
}

extension LeadStanding {
    /// Why news brings a snoozed or rejected lead back to the queue; nil where it stays as a person decided.
    func returns(on news: LeadNews) -> ReturnReason? {
        switch state {
        case .snoozed(until: .at), .flagged, .merged, .prospect: nil
        case .snoozed(until: .newArticle): news.kind == .revised ? nil : .newArticle
        case .snoozed(until: .scoreAbove(let points)):
            news.score >= (snoozedScore ?? 0) + points ? .higherScore : nil
        case .rejected(let reason): reason.returns(on: news)
        }
    }
}

extension RejectReason {
    fileprivate func returns(on news: LeadNews) -> ReturnReason? {
        switch comeback {
        case .never: return nil
        case .anyNews where news.kind == .article: return .newArticle
        case .anyNews, .telling:
            if news.isMoreUrgent { return .moreUrgent }
            return news.score >= news.scoreBefore + Lead.telling ? .higherScore : nil
        }
    }
}
