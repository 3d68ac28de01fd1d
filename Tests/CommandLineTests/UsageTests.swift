import Foundation
import Testing

@Suite("Usage")
struct UsageTests {
    private let program = CommandLineProgram()

    @Test("Help is an answer, and names the commands")
    func help() async throws {
        for arguments in [["--help"], ["db", "--help"]] {
            let outcome = try await program.run(arguments: arguments)
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("USAGE: gasworks"))
            #expect(outcome.errors.isEmpty)
        }
    }

    @Test("The version is one line")
    func version() async throws {
        let outcome = try await program.run("--version")
        #expect(outcome.status == 0)
        #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }

    @Test(
        "Wrong usage ends with 64 and one line on standard error",
        arguments: [
            ["nonsense"], ["db", "nonsense"], ["db", "status", "--nonsense"], ["db", "status", "--format", "xml"],
            ["db", "status", "--now", "2026-11-25"], ["outage", "reschedule", "O-1"], ["outage", "restore", "O-1"],
            ["outage", "restore", "O-1", "--lit", "--revisit", "2026-12-07"],
        ])
    func wrongUsage(arguments: [String]) async throws {
        let outcome = try await program.run(arguments: arguments)
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("error: "))
        #expect(outcome.errors.filter { $0 == "\n" }.count == 1)
    }

    @Test("Wrong usage is JSON where JSON was asked for, and Chinese where Chinese was")
    func wrongUsageInJSON() async throws {
        let outcome = try await program.run("db", "status", "--nonsense", "--format", "json", "--lang", "zh")
        #expect(outcome.status == 64)
        let error = try outcome.errorObject()
        #expect(error["code"] as? String == "usage")
        #expect((error["message"] as? String)?.hasPrefix("命令用法有误：") == true)
        #expect((error["cure"] as? String)?.isEmpty == false)
    }

    @Test("The list for authorities, which is CSV, is not given where JSON was asked for")
    func authorityInJSON() async throws {
        let outcome = try await program.run(
            "inspection", "coverage", "--year", "2026", "--authority", "--format", "json")
        #expect(outcome.status == 64)
        #expect((try outcome.errorObject()["message"] as? String)?.contains("--authority") == true)
    }

    @Test("Global options may stand before the command")
    func leadingOptions() async throws {
        let outcome = try await program.run("--lang", "zh", "--format=table", "db", "status")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("尚未建立"))
    }

    @Test("The locale chooses the language, --lang overrides it")
    func language() async throws {
        let chinese = CommandLineProgram(["LANG": "zh_CN.UTF-8"])
        #expect(try await chinese.run("db", "status").output.contains("尚未建立"))
        #expect(try await chinese.run("db", "status", "--lang", "en").output.contains("not made yet"))
    }
}
