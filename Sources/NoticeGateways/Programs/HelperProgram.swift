import Foundation
import HelperWire

/// A program beside this one that does a part of the work, spoken to over pipes.
///
/// Secrets and customers' numbers go to it through its standard input, never by its arguments or environment; of the
/// environment it gets what the network needs.
struct HelperProgram: Sendable {
    /// What it is told.
    let input: LineWriter
    /// What it says; at its end the program has ended.
    let output: FileHandle

    /// Starts a program; nil when it cannot be started.
    init?(path: String) {
        // A helper that died must not take this process along when it is written to.
        signal(SIGPIPE, SIG_IGN)
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: path)
        process.environment = ProcessInfo.processInfo.environment.filter {
            ["PATH", "LD_LIBRARY_PATH", "SSL_CERT_FILE", "SSL_CERT_DIR", "https_proxy", "no_proxy"].contains($0.key)
        }
        process.standardInput = input
        process.standardOutput = output
        guard (try? process.run()) != nil else { return nil }
        self.input = LineWriter(input.fileHandleForWriting)
        self.output = output.fileHandleForReading
    }
}
