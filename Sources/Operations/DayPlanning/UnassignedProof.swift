import Archive
import GasService
import Routing

/// Proves what keeps a stop out of a day's plan, by relaxing exactly that.
struct UnassignedProof: Sendable {
    private let snapshot: DaySnapshot
    private let crews: [CrewDuty]

    init(_ snapshot: DaySnapshot, crews: [CrewDuty]) {
        self.snapshot = snapshot
        self.crews = crews
    }

    /// The cause for a stop that no crew makes.
    func cause(of stop: BuildingStop) throws -> UnassignedCause {
        let eligible = CrewDuty.eligible(for: stop, among: crews)
        let onDuty = crews.indices.filter { eligible.contains($0) && crews[$0].takesVisits }.map { crews[$0] }
        guard !onDuty.isEmpty else { return .noCrewOnDuty }
        let certified = onDuty.filter(\.isCertified)
        if try certified.contains(where: { try fits(stop, $0) }) { return .crewsFull }
        if try certified.contains(where: { try fits(stop, $0, relaxing: .windows) }) { return .windowOutsideShifts }
        if try certified.contains(where: { try fits(stop, $0, relaxing: [.windows, .shifts]) }) {
            return .longerThanShift
        }
        return .noCertifiedCrew
    }

    /// Whether a crew that has nothing else to do than what it has begun could make the stop.
    private func fits(
        _ stop: BuildingStop, _ duty: CrewDuty, relaxing relaxation: DayProblem.Relaxation = []
    ) throws -> Bool {
        let alone = CrewDuty(crew: duty.crew, begun: duty.begun, elsewhere: [], takesVisits: true)
        guard
            let problem = try DayProblem(
                crews: [alone], stops: [stop], in: snapshot, relaxing: relaxation)
        else { return false }
        let plan = RoutingSolver.solve(problem.routing, options: SolverOptions(limit: .iterations(10)))
        return !plan.unassigned.contains(0)
    }
}
