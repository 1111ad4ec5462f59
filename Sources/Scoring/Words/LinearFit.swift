/// A linear classifier with a squared hinge loss, found coordinate by coordinate: each step has a bound for its curvature,
/// so the loss falls with every one and no rate must be chosen. No randomness: the same texts give the same weights.
struct LinearFit {
    /// For each feature the numbers of the texts that hold it.
    let holders: [[Int]]
    /// How much of its weight each feature brings in each text; above 0.
    let shares: [Double]
    /// How strongly each weight is drawn to where it stood; above 0.
    let stiffness: [Double]
    /// Where each weight stood before the texts; 0 for one that is new.
    let priors: [Double]

    /// The loss changes in its fifth digit from here on.
    private static let rounds = 60

    /// - Parameters:
    ///   - labels: of each text.
    ///   - costs: of being wrong about each text; above 0.
    /// - Returns: a weight for each feature; the sum of a text's is above 0 where it seems meant.
    func weights(of labels: [Bool], costs: [Double]) -> [Double] {
        var margins = Array(repeating: 0.0, count: labels.count)
        var weights = priors
        for (prior, texts) in zip(priors, holders) where prior != 0 {
            for text in texts { margins[text] += prior * shares[text] }
        }
        for _ in 0..<Self.rounds {
            for (index, texts) in holders.enumerated() {
                var (slope, curvature) = (stiffness[index] * (weights[index] - priors[index]), stiffness[index])
                for text in texts {
                    let (side, cost, share) = (labels[text] ? 1.0 : -1.0, costs[text], shares[text])
                    slope -= 2 * cost * share * side * max(0, 1 - side * margins[text])
                    curvature += 2 * cost * share * share
                }
                let step = -slope / curvature
                weights[index] += step
                for text in texts { margins[text] += step * shares[text] }
            }
        }
        return weights
    }
}
