/// Confining a search to some of the crews.
extension SearchState {
    /// Takes all crews but some, and absent visits but some, out of sight: nothing is removed from them or given them.
    ///
    /// - Returns: What is hidden, for `reveal`.
    func hide(allBut crews: [Bool], absentees: Set<Int32>) -> Hidden {
        var hidden = Hidden()
        for index in (0..<absent.count).reversed() where !absentees.contains(absent[index]) {
            let visit = absent[index]
            absent.remove(visit)
            totals.pointee -= model.visits[Int(visit)].penalty
            hidden.visits.append(visit)
        }
        for crew in 0..<model.crewCount where !crews[crew] {
            let visits = Array(visits(of: crew))
            if visits.isEmpty { idleCrews.remove(crew) }
            for visit in visits { nodes[Int(visit)].route = -1 }
            hidden.visits += visits
            hidden.crews.append(crew)
            nodes[Int(startNode(crew))].next = endNode(crew)
            nodes[Int(endNode(crew))].previous = startNode(crew)
            totals.pointee -= routes[crew].cost
            routes[crew].cost = 0
            routes[crew].count = 0
            routes[crew].loadLeft = model.crews[crew].capacityLeft
            routes[crew].visitsLeft = model.crews[crew].visitsLeft
        }
        hiddenCounts.pointee = (hidden.crews.count, hidden.visits.count)
        return hidden
    }

    /// Brings back what was hidden: crews without visits, and the visits as absent.
    func reveal(_ hidden: Hidden) {
        hiddenCounts.pointee = (0, 0)
        for crew in hidden.crews {
            idleCrews.insert(crew)
            refresh(crew)
        }
        for visit in hidden.visits {
            absent.insert(visit)
            totals.pointee += model.visits[Int(visit)].penalty
        }
    }

    /// Crews and visits out of sight.
    struct Hidden {
        var crews: [Int] = []
        var visits: [Int32] = []
    }
}
