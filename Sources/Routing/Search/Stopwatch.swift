internal import Foundation

/// Wall and processor time since a search began.
struct Stopwatch {
    private let began = ContinuousClock.now
    private let processorBegan = clock()
    private let threads: Int

    init(threads: Int) {
        self.threads = max(1, threads)
    }

    var seconds: Double {
        (ContinuousClock.now - began) / .seconds(1)
    }

    /// What the process has used since, divided by the number of threads.
    var processorSeconds: Double {
        Double(clock() - processorBegan) / Double(CLOCKS_PER_SEC) / Double(threads)
    }
}
