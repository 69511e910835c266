import StrataModel

/// Decides which layers a JD asks for, and which is its first.
struct Decision {
    let parameters: Parameters

    /// The layers whose asked-for evidence passes their threshold; the first layer's is lower, as the work lies there.
    ///
    /// - parameter asked: by outcome, weight times strength of what is asked for, undamped.
    func needs(_ asked: OutcomeValues, primary: Layer?) -> [Layer] {
        let total = Outcome.allCases.reduce(0) { $0 + asked[$1] }
        return Layer.allCases.filter { layer in
            let rest = total - asked[layer]
            let threshold = parameters.needsThreshold[layer] + parameters.needsShare[layer] * rest
            return asked[layer] >= threshold * (layer == primary ? parameters.needsPrimary : 1)
        }
    }

    /// The layer with the largest share; nil where that is outside's, or the evidence is too little to say.
    ///
    /// - parameter evidence: by outcome, all that speaks for it, undamped.
    func primary(shares: OutcomeValues, evidence: OutcomeValues) -> Layer? {
        guard let layer = shares.largest.outcome.layer, evidence[layer] >= parameters.primaryEvidence else {
            return nil
        }
        return layer
    }
}
