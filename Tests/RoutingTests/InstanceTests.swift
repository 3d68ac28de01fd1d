import Routing
import RoutingInstances
import Testing

@Suite struct InstanceTests {
    private let solomon = """
        T1

        VEHICLE
        NUMBER     CAPACITY
          2         200

        CUSTOMER
        CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME   DUE DATE   SERVICE TIME

            0      35         35          0          0       230          0
            1      41         49         10        161       171         10
            2      35         17          7         50        60         10
        """

    @Test func `a Solomon file is solved and printed in the standard form`() throws {
        let instance = try RoutingInstance(text: solomon, rounding: .dimacs)
        let plan = RoutingSolver.solve(instance.problem, options: SolverOptions(limit: .iterations(50)))
        // 18.0 + 32.5 (32.557…) + 15.2 (15.231…)
        #expect(instance.solutionText(plan) == "Route #1: 2 1\nCost 65.7\n")
    }

    @Test func `exact rounding keeps three decimals`() throws {
        let instance = try RoutingInstance(text: solomon, rounding: .exact)
        let plan = RoutingSolver.solve(instance.problem, options: SolverOptions(limit: .iterations(50)))
        #expect(instance.solutionText(plan) == "Route #1: 2 1\nCost 65.790\n")
    }

    @Test func `prizes, several depots and durations of VRPLIB are read`() throws {
        let text = """
            NAME : T2
            TYPE : MDVRPTW
            DIMENSION : 5
            VEHICLES : 2
            CAPACITY : 10
            VEHICLES_MAX_DURATION : 30
            EDGE_WEIGHT_TYPE : EUC_2D
            NODE_COORD_SECTION
            1 0 0
            2 100 0
            3 3 4
            4 97 4
            5 50 0
            DEMAND_SECTION
            1 0
            2 0
            3 1
            4 1
            5 1
            TIME_WINDOW_SECTION
            1 0 1000
            2 0 1000
            3 0 1000
            4 0 1000
            5 0 1000
            PRIZE_SECTION
            1 0
            2 0
            3 0
            4 0
            5 20
            VEHICLES_DEPOT_SECTION
            1 1
            2 2
            DEPOT_SECTION
            1
            2
            EOF
            """
        let instance = try RoutingInstance(text: text, rounding: .dimacs)
        let plan = RoutingSolver.solve(instance.problem, options: SolverOptions(limit: .iterations(50)))
        // Each depot serves its neighbour, five there and five back; the one between is too far and costs its prize.
        #expect(instance.solutionText(plan) == "Route #1: 2\nRoute #2: 3\nCost 40.0\n")
    }

    @Test func `a file in neither form is refused with the line that is wrong`() throws {
        #expect(throws: InstanceError.unknownForm) { try RoutingInstance(text: "hello", rounding: .dimacs) }
        let broken = solomon.replacing("41 ", with: "4l ")
        #expect(throws: InstanceError.self) { try RoutingInstance(text: broken, rounding: .dimacs) }
    }
}
