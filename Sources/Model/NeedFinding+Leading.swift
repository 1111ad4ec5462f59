extension [NeedFinding] {
    /// The needs that a lead is shown, sent and matched with: the first five, without those that weigh less than a fifth
    /// of the first.
    ///
    /// A story of a man who fell from a scaffold touches on debts, school and his way to work. Ten needs tell a reader
    /// nothing, and open doors that do not fit him. Of the 78 needs that our invented newsroom is labelled with, a fifth
    /// keeps 58 and half of what is kept is labelled; a third keeps 48 and is no purer. Where nobody weighed them, the
    /// first five.
    public var leading: [NeedFinding] {
        let most = first?.weight ?? 0
        return Array(filter { $0.weight * 5 >= most }.prefix(5))
    }
}
