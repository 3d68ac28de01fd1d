import GasService
import Testing

@testable import Operations

@Suite("The supply tree")
struct SupplyTreeCheckTests {
    private func problems(
        _ rows: [(String, SupplyNodeKind, String?)], known: [NodeID: SupplyTreeCheck.KnownNode] = [:]
    ) throws -> [RowProblem] {
        let nodes = try rows.enumerated().map { index, row in
            SupplyNodeRow(
                line: index + 2, node: try #require(NodeID(row.0)), kind: row.1,
                parent: try row.2.map { try #require(NodeID($0)) }, name: "n", latitude: 0, longitude: 0)
        }
        var list = ProblemList(file: "s.csv")
        SupplyTreeCheck(known: known).check(nodes, problems: &list)
        return list.problems
    }

    @Test("a tree in any order of rows is right")
    func tree() throws {
        #expect(
            try problems([
                ("B1", .riser, "M1"), ("M1", .main, "R1"), ("M2", .main, "M1"), ("R1", .regulator, "G"),
                ("R2", .regulator, "R1"), ("G", .gateStation, nil),
            ]) == [])
    }

    @Test("a node given twice, without parent, under an unknown or a wrong parent is named")
    func faults() throws {
        let found = try problems([
            ("G", .gateStation, nil), ("G", .gateStation, nil), ("R", .regulator, nil), ("M", .main, "NOWHERE"),
            ("B", .riser, "M"), ("B2", .riser, "B"), ("R3", .regulator, "M"), ("G2", .gateStation, "G"),
        ])
        #expect(
            found.map(\.fault) == [
                .duplicateKey, .missingValue, .unknownNode, .wrongParentKind, .wrongParentKind, .wrongParentKind,
            ])
        #expect(found.map(\.line) == [3, 4, 5, 7, 8, 9])
        #expect(found[0].expected == "2" && found[0].value == "G" && found[0].column == "node_id")
        #expect(found[3].expected == "riser < riser")
    }

    @Test("a circle is reported on each of its nodes, and nodes that only lead into it are not blamed")
    func circle() throws {
        let found = try problems([
            ("M1", .main, "M3"), ("M2", .main, "M1"), ("M3", .main, "M2"), ("B", .riser, "M2"),
        ])
        #expect(found.allSatisfy { $0.fault == .supplyCycle && $0.column == "parent_id" })
        #expect(found.compactMap(\.line).sorted() == [2, 3, 4])
    }

    @Test("a circle closed through a node of the database is found, and so is a kind that no longer fits")
    func againstDatabase() throws {
        let known: [NodeID: SupplyTreeCheck.KnownNode] = [
            try #require(NodeID("M1")): .init(kind: .main, parent: NodeID("M2")),
            try #require(NodeID("M2")): .init(kind: .main, parent: NodeID("R")),
            try #require(NodeID("R")): .init(kind: .regulator, parent: nil),
        ]
        #expect(try problems([("M2", .main, "M1")], known: known).map(\.fault) == [.supplyCycle])
        #expect(try problems([("M2", .riser, "R")], known: known).map(\.fault) == [.wrongParentKind])
    }

    @Test("a circle is found exactly when following parents never ends", arguments: 0..<200)
    func randomGraphs(seed: Int) throws {
        var random = Seeded(state: UInt64(seed))
        let count = Int.random(in: 1...12, using: &random)
        let rows = (0..<count).map { index -> (String, SupplyNodeKind, String?) in
            let parent = Int.random(in: 0..<count, using: &random)
            return Bool.random(using: &random) || parent == index
                ? ("N\(index)", .gateStation, nil) : ("N\(index)", .main, "N\(parent)")
        }
        var parents: [String: String] = [:]
        for row in rows { parents[row.0] = row.2 }
        let onCircle = rows.map(\.0).filter { start in
            var node = parents[start]
            for _ in 0..<count where node != start { node = node.flatMap { parents[$0] } }
            return node == start
        }
        let found = try problems(rows).filter { $0.fault == .supplyCycle }.compactMap(\.line)
        #expect(Set(found) == Set(onCircle.compactMap { Int($0.dropFirst()).map { $0 + 2 } }))
        #expect(found.count == onCircle.count)
    }
}
