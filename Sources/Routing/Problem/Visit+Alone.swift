extension Visit {
    /// The visit in the terms of a problem whose only crew is one of the crews of the whole.
    func alone(with crew: Int) -> Visit {
        var visit = self
        let isRefused =
            excludedCrews.contains(crew) || pinnedCrew.map { $0 != crew } ?? false
            || allowedCrews.map { !$0.contains(crew) } ?? false
        visit.allowedCrews = nil
        visit.pinnedCrew = nil
        visit.excludedCrews = isRefused ? [0] : []
        visit.crewCosts = crewCosts[crew].map { [0: $0] } ?? [:]
        return visit
    }
}
