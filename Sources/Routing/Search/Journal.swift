/// What routes looked like before a trial touched them, so that a rejected trial can be taken back.
final class Journal {
    /// A route as it was.
    struct Entry {
        var crew: Int
        var record: RouteRecord
        /// Where its nodes stand in `Journal.nodes`, start and end included.
        var nodes: Range<Int>
    }

    /// A node as it was.
    struct SavedNode {
        var index: Int32
        var node: Node
    }

    let nodes: UnsafeMutablePointer<SavedNode>
    private let isSaved: UnsafeMutablePointer<Bool>
    private let saved: UnsafeMutablePointer<Entry>
    private let sizes: UnsafeMutablePointer<(entries: Int, nodes: Int)>

    init(_ model: SearchModel) {
        nodes = .allocate(capacity: model.visitCount + 2 * model.crewCount + 1)
        isSaved = .copying([Bool](repeating: false, count: model.crewCount))
        saved = .allocate(capacity: model.crewCount + 1)
        sizes = .allocate(capacity: 1)
        sizes.initialize(to: (0, 0))
    }

    deinit {
        nodes.deallocate()
        isSaved.deallocate()
        saved.deallocate()
        sizes.deallocate()
    }

    var entries: UnsafeBufferPointer<Entry> {
        UnsafeBufferPointer(start: saved, count: sizes.pointee.entries)
    }

    /// The crews whose routes were saved.
    var touched: some Sequence<Int> { entries.lazy.map(\.crew) }

    func clear() {
        for entry in entries { isSaved[entry.crew] = false }
        sizes.pointee = (0, 0)
    }

    /// Saves a route, unless the trial has saved it before.
    func save(_ crew: Int, record: RouteRecord, nodes source: UnsafeMutablePointer<Node>, start: Int32, end: Int32) {
        if isSaved[crew] { return }
        isSaved[crew] = true
        let first = sizes.pointee.nodes
        var size = first
        var node = start
        while true {
            nodes[size] = SavedNode(index: node, node: source[Int(node)])
            size += 1
            if node == end { break }
            node = source[Int(node)].next
        }
        saved[sizes.pointee.entries] = Entry(crew: crew, record: record, nodes: first..<size)
        sizes.pointee.entries += 1
        sizes.pointee.nodes = size
    }
}
