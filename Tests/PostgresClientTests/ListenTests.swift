import PostgresClient
import PostgresTesting
import Testing

@Suite(.database) struct ListenTests {
    @Test func `notifications come in order, to an idle and to a working connection`() async throws {
        try await withConnection { listener in
            try await withConnection { speaker in
                let notifications = try await listener.listen(to: "job \"closed\"")
                var received = notifications.makeAsyncIterator()
                try await speaker.notify("job \"closed\"", payload: "1")
                #expect(try await received.next()?.payload == "1")
                for n in 2...50 { try await speaker.notify("job \"closed\"", payload: String(n)) }
                #expect(try await listener.queryOne("SELECT 1", as: Int.self) == 1)
                for n in 2...50 {
                    let notification = try #require(try await received.next())
                    #expect(notification.payload == String(n))
                    #expect(notification.processID == (await speaker.serverProcessID))
                }
            }
        }
    }

    @Test func `a transaction's notifications come when it commits, never when it doesn't`() async throws {
        struct Undone: Error {}
        try await withConnection { listener in
            var received = try await listener.listen(to: "plan").makeAsyncIterator()
            try await withConnection { speaker in
                try? await speaker.transaction { speaker in
                    try await speaker.notify("plan", payload: "undone")
                    throw Undone()
                }
                try await speaker.transaction { try await $0.notify("plan", payload: "done") }
                #expect(try await received.next()?.payload == "done")
            }
        }
    }

    @Test func `nobody reading means not listening`() async throws {
        try await withConnection { listener in
            let task = Task { for try await _ in try await listener.listen(to: "brief") {} }
            let listening = try await eventually {
                try await listener.queryOne("SELECT count(*) FROM pg_listening_channels()", as: Int.self) == 1
            }
            #expect(listening)
            task.cancel()
            _ = await task.result
            let silent = try await eventually {
                try await listener.queryOne("SELECT count(*) FROM pg_listening_channels()", as: Int.self) == 0
            }
            #expect(silent)
        }
    }

    @Test func `a listener hears that its connection was lost`() async throws {
        try await withConnection { listener in
            var received = try await listener.listen(to: "lost").makeAsyncIterator()
            let process = await listener.serverProcessID
            try await TestDatabase.current.sql("SELECT pg_terminate_backend(\(process))")
            let error = await postgresError { try await received.next() }
            #expect(error?.isOutOfReach == true)
        }
    }
}
