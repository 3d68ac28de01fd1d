import Foundation
package import HelperWire

/// The program `gasworks-callback`, which hears HTTP for this one.
package final class CallbackListener: Sendable {
    /// What it reports, until it has ended.
    package let reports: AsyncStream<CallbackReport>
    private let input: LineWriter

    /// Starts the program and has it listen; nil when it cannot be started.
    ///
    /// - Parameters:
    ///   - path: the program.
    ///   - terms: where and how to listen; the first report says whether it does.
    package init?(path: String, terms: CallbackTerms) {
        guard let program = HelperProgram(path: path) else { return nil }
        input = program.input
        let (reports, told) = AsyncStream<CallbackReport>.makeStream()
        self.reports = reports
        Thread.detachNewThread {
            LineReader.read(program.output, as: CallbackReport.self) { told.yield($0) }
            told.finish()
        }
        input.write(CallbackOrder.listen(terms))
    }

    deinit { input.close() }

    /// Has a request answered.
    package func answer(_ answer: CallbackAnswer) { input.write(CallbackOrder.answer(answer)) }

    /// Has it take nothing more; `reports` ends when what waits is answered.
    package func finish() { input.write(CallbackOrder.finish) }
}
