/// Which statements a connection has prepared, and which it should: those it sees a second time.
///
/// The first use goes unprepared in one round trip, so that a program that runs each statement once pays nothing.
struct StatementCache {
    struct Key: Hashable {
        var sql: String
        var types: [PostgresType]
    }

    enum Plan: Equatable {
        /// Send it without a name.
        case direct
        /// Prepare it under this name.
        case prepare(name: String)
        /// It is prepared under this name.
        case prepared(name: String)
    }

    private struct Entry {
        var name: String?
        var lastUse: Int
    }

    private let capacity: Int
    private var entries: [Key: Entry] = [:]
    private var clock = 0
    private var evicted: [String] = []

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// What to do with a statement now.
    ///
    /// - Complexity: constant, linear in the capacity when room must be made.
    mutating func plan(for key: Key) -> Plan {
        guard capacity > 0 else { return .direct }
        clock += 1
        if let entry = entries[key] {
            entries[key]?.lastUse = clock
            if let name = entry.name { return .prepared(name: name) }
            return .prepare(name: "s\(clock)")
        }
        if entries.count >= capacity, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            entries[oldest.key] = nil
            if let name = oldest.value.name { evicted.append(name) }
        }
        entries[key] = Entry(name: nil, lastUse: clock)
        return .direct
    }

    /// The statements that made room: the server must be told to close them, once.
    mutating func takeEvicted() -> [String] {
        defer { evicted = [] }
        return evicted
    }

    /// The server has prepared it.
    mutating func prepared(_ key: Key, as name: String) {
        entries[key]?.name = name
    }

    /// The server no longer has it, or its plan is stale.
    mutating func forget(_ key: Key) {
        entries[key] = nil
    }
}
