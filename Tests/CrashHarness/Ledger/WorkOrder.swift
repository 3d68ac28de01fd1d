package import Foundation

/// What a client is to do: each job with the command id under which it is closed, however often that must be tried.
package struct WorkOrder: Codable, Sendable {
    /// One job to close.
    package struct Item: Codable, Hashable, Sendable {
        package let command: UUID
        package let job: String
        package let result: String

        package init(command: UUID, job: String, result: String) {
            (self.command, self.job, self.result) = (command, job, result)
        }
    }

    /// The instant at which the rehearsal plays.
    package var now: String
    /// Where the database is; the way may lead through a proxy that breaks.
    package var url: String
    /// The ledger to write acknowledgements to.
    package var ledger: String
    /// Milliseconds to rest after each job, so that the work lasts as long as the faults do.
    package var rest: Int
    package var items: [Item]

    package init(now: String, url: String, ledger: String, rest: Int, items: [Item]) {
        (self.now, self.url, self.ledger, self.rest, self.items) = (now, url, ledger, rest, items)
    }

    /// Reads an order.
    package init(contentsOf path: String) throws {
        self = try JSONDecoder().decode(WorkOrder.self, from: Data(contentsOf: URL(filePath: path)))
    }

    /// Writes the order.
    package func write(to path: String) throws { try JSONEncoder().encode(self).write(to: URL(filePath: path)) }
}
