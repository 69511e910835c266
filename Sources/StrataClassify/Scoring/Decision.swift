import StrataModel

/// Decides which layers a JD asks for, and which is its first.
struct Decision {
    let parameters: Parameters

    /// The layers whose asked-for evidence in the text passes their threshold, and the first layer: the work lies there.
    ///
    /// - parameter asked: by outcome, the sum of the text's contributions.
    func needs(_ asked: OutcomeValues, primary: Layer?) -> [Layer] {
        Layer.allCases.filter { $0 == primary || asked[$0] >= parameters.needsThreshold[$0] }
    }

    /// The layer with the largest share; nil where that is outside's, or the evidence is too little to say.
    ///
    /// - parameter evidence: by outcome, all contributions that speak for it.
    func primary(shares: OutcomeValues, evidence: OutcomeValues) -> Layer? {
        guard let layer = shares.largest.outcome.layer, evidence[layer] >= parameters.primaryEvidence else {
            return nil
        }
        return layer
    }
}
