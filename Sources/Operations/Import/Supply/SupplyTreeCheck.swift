package import GasService

/// Checks that nodes, together with those known already, form a tree through which gas flows downhill.
package struct SupplyTreeCheck: Sendable {
    /// What must be known of a node outside the file.
    package struct KnownNode: Sendable, Hashable {
        /// What the node is.
        package let kind: SupplyNodeKind
        /// The node from which it takes its gas.
        package let parent: NodeID?

        /// Describes a node.
        package init(kind: SupplyNodeKind, parent: NodeID?) {
            self.kind = kind
            self.parent = parent
        }
    }

    private let known: [NodeID: KnownNode]

    /// A check against the nodes that the database holds.
    package init(known: [NodeID: KnownNode]) { self.known = known }

    /// Notes every node that is given twice, hangs on nothing or on the wrong kind, or is part of a circle.
    ///
    /// - Complexity: linear in the nodes of the file and the database together.
    package func check(_ rows: [SupplyNodeRow], problems: inout ProblemList) {
        var merged = known
        var lines: [NodeID: Int] = [:]
        for row in rows {
            if let earlier = lines[row.node] {
                note(.duplicateKey, row, .node, row.node.text, expected: String(earlier), &problems)
                continue
            }
            lines[row.node] = row.line
            merged[row.node] = KnownNode(kind: row.kind, parent: row.parent)
        }
        for row in rows where lines[row.node] == row.line { checkParent(of: row, in: merged, &problems) }
        checkKnownChildren(of: rows, in: merged, isInFile: { lines[$0] != nil }, &problems)
        noteCircles(rows, in: merged, lines, &problems)
    }

    private func checkParent(
        of row: SupplyNodeRow, in merged: [NodeID: KnownNode], _ problems: inout ProblemList
    ) {
        guard let parent = row.parent else {
            if row.kind != .gateStation { note(.missingValue, row, .parent, nil, &problems) }
            return
        }
        guard let above = merged[parent] else {
            return note(.unknownNode, row, .parent, parent.text, &problems)
        }
        if !row.kind.mayHang(under: above.kind) {
            note(
                .wrongParentKind, row, .parent, parent.text,
                expected: "\(row.kind.rawValue) < \(above.kind.rawValue)", &problems)
        }
    }

    /// A node whose kind the file changes must still fit above the nodes that hang on it already.
    private func checkKnownChildren(
        of rows: [SupplyNodeRow], in merged: [NodeID: KnownNode], isInFile: (NodeID) -> Bool,
        _ problems: inout ProblemList
    ) {
        let changed = rows.filter { known[$0.node].map { before in before.kind } ?? $0.kind != $0.kind }
        guard !changed.isEmpty else { return }
        let children = Dictionary(grouping: known.filter { !isInFile($0.key) }, by: \.value.parent)
        for row in changed {
            guard let child = children[row.node]?.first(where: { !$0.value.kind.mayHang(under: row.kind) }) else {
                continue
            }
            note(
                .wrongParentKind, row, .kind, row.kind.rawValue,
                expected: "\(child.value.kind.rawValue) \(child.key)", &problems)
        }
    }

    /// Walks up from each node once, so that all walks together take each node once.
    ///
    /// A node seen first on this walk and met again closes a circle, which is reported on each of its nodes that the
    /// file holds: any of them may be the wrong one.
    private func noteCircles(
        _ rows: [SupplyNodeRow], in merged: [NodeID: KnownNode], _ lines: [NodeID: Int], _ problems: inout ProblemList
    ) {
        var walkOf: [NodeID: Int] = [:]
        let rowOf = Dictionary(rows.map { ($0.node, $0) }) { first, _ in first }
        for (walk, row) in rows.enumerated() {
            var node: NodeID? = row.node
            while let here = node, walkOf[here] == nil {
                walkOf[here] = walk
                node = merged[here]?.parent
            }
            guard let meeting = node, walkOf[meeting] == walk, merged[meeting] != nil else { continue }
            let circle = circle(through: meeting, in: merged)
            let shown = (circle.prefix(8) + [meeting]).map(\.text).joined(separator: " > ")
            for member in circle {
                guard let row = rowOf[member], lines[member] == row.line else { continue }
                note(.supplyCycle, row, .parent, row.parent?.text, expected: shown, &problems)
            }
        }
    }

    private func circle(through start: NodeID, in merged: [NodeID: KnownNode]) -> [NodeID] {
        var circle = [start]
        while let next = circle.last.flatMap({ merged[$0]?.parent }), next != start { circle.append(next) }
        return circle
    }

    private func note(
        _ fault: RowFault, _ row: SupplyNodeRow, _ column: SupplyColumn, _ value: String?, expected: String? = nil,
        _ problems: inout ProblemList
    ) {
        problems.add(fault, line: row.line, column: column.column, value: value, expected: expected)
    }
}
