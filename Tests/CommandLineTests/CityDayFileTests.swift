import Foundation
import Testing

@Suite("A city's day for peers")
struct CityDayFileTests {
    @Test("the generator gives the very file that solvers are compared on", arguments: ["helsinki", "moscow"])
    func sameBytes(city: String) async throws {
        let deploy = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "deploy")
        let output = FileManager.default.temporaryDirectory.appending(path: "city-day-\(UUID().uuidString).vrp")
        defer { try? FileManager.default.removeItem(at: output) }
        let outcome = try await CommandLineProgram(named: "gasworks-bench").run(
            "city-day", deploy.appending(path: "cities/\(city)").path, "--output", output.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let file = deploy.appending(path: "routing-instances/cityday/\(city).vrp")
        #expect(try Data(contentsOf: output) == Data(contentsOf: file))
    }
}
