import Foundation

/// Runs one program to its end, apart from whatever this process holds.
///
/// Foundation's `Process` will not do here: a server that is started must outlive this process, so it may inherit neither its
/// pipes (a reader behind `gasworks … | cat` would wait for the server's end), nor its terminal (Ctrl-C), nor its lock files,
/// nor the signal mask of the thread it was started from. Output goes through unlinked files rather than pipes, so no
/// grandchild can keep the caller waiting.
package enum ChildProcess {
    /// What came of a program's run.
    package struct Result: Sendable {
        /// The exit status, 128 + signal if the program was killed.
        package let exitStatus: Int32
        /// What it wrote to standard output.
        package let output: String
        /// What it wrote to standard error.
        package let errors: String

        /// What it said about itself: its errors, or, if it wrote none, its output.
        package var message: String {
            let said = errors.trimmingCharacters(in: .whitespacesAndNewlines)
            return said.isEmpty ? output.trimmingCharacters(in: .whitespacesAndNewlines) : said
        }
    }

    /// Runs `command` with a clean environment, in `/`, in a session of its own, and waits for it.
    ///
    /// - Parameters:
    ///   - command: the program, looked up in the usual folders, and its arguments.
    ///   - environment: the program's whole environment, on top of a PATH and a locale.
    ///   - input: what it reads from standard input.
    /// - Returns: its exit status (128 + signal if it was killed) and what it wrote.
    /// - Throws: `EmbeddedPostgresError.toolFailed` when it could not be run at all.
    package static func run(
        _ command: [String], environment: [String: String] = [:], input: String = ""
    ) throws -> Result {
        let stdin = try ScratchFile(containing: input)
        let stdout = try ScratchFile()
        let stderr = try ScratchFile()
        let child = try spawn(
            command, environment: environment, descriptors: [stdin.descriptor, stdout.descriptor, stderr.descriptor])
        let exitStatus = wait(for: child)
        return Result(exitStatus: exitStatus, output: stdout.contents(), errors: stderr.contents())
    }

    /// Starts `command` with these three descriptors as its standard input, output and errors, and no others.
    package static func spawn(
        _ command: [String], environment: [String: String] = [:], descriptors: [Int32]
    ) throws -> Int32 {
        // `env` leaves the current folder, which the cluster's account may not be allowed to enter.
        let arguments = ["/usr/bin/env", "--chdir=/"] + command
        let variables = standardEnvironment.merging(environment) { _, new in new }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, descriptor) in descriptors.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
        }
        for descriptor in openDescriptors() where descriptor > 2 {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var noSignals = sigset_t()
        sigemptyset(&noSignals)
        posix_spawnattr_setsigmask(&attributes, &noSignals)
        var allSignals = sigset_t()
        sigfillset(&allSignals)
        posix_spawnattr_setsigdefault(&attributes, &allSignals)
        // POSIX_SPAWN_SETSID, which glibc shows only with _GNU_SOURCE: Ctrl-C at the terminal must not reach the server.
        let newSession: Int32 = 0x80
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | newSession
        posix_spawnattr_setflags(&attributes, Int16(flags))

        var child = pid_t()
        let failure = withCStrings(arguments) { argv in
            withCStrings(variables.map { "\($0.key)=\($0.value)" }) { envp in
                posix_spawn(&child, arguments[0], &actions, &attributes, argv, envp)
            }
        }
        guard failure == 0 else {
            throw EmbeddedPostgresError.toolFailed(
                tool: command.first ?? "", output: String(cString: strerror(failure)))
        }
        return child
    }

    /// Waits for `child`'s end and returns its exit status, 128 + signal if it was killed.
    @discardableResult
    package static func wait(for child: Int32) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) == -1 && errno == EINTR {}
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }

    /// None of the caller's PG… variables, which would lead the tools elsewhere; messages in English, so they can be searched.
    private static let standardEnvironment = [
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/",
    ]

    private static func openDescriptors() -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return names.compactMap { Int32($0) }
    }

    private static func withCStrings<Value>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
    ) -> Value {
        let pointers = strings.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}
