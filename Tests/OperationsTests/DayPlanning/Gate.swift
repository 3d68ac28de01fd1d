extension Result where Failure == any Error {
    /// What work returned or threw.
    init(_ work: () async throws -> Success) async {
        do { self = .success(try await work()) } catch { self = .failure(error) }
    }
}

/// Lets each of a number of tasks pass only once all of them have arrived; suspends them, and blocks no thread.
actor Gate {
    private var missing: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(parties: Int) { missing = parties }

    func arrive() async {
        missing -= 1
        guard missing <= 0 else {
            await withCheckedContinuation { waiting.append($0) }
            return
        }
        for task in waiting { task.resume() }
        waiting = []
    }
}
