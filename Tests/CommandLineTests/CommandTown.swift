import EmbeddedPostgres
import PostgresTesting
import Testing

extension CommandLineProgram {
    /// The program on the test's database, made a rehearsal in Helsinki, with a network of one main and the files given.
    ///
    /// - Parameters:
    ///   - households: rows without their header; their supply node is `B1`, below the main `M`.
    ///   - crews: rows without their header.
    ///   - now: when the files come in.
    /// - Returns: the program, as an administrator.
    /// - Throws: when the server, or an import, fails.
    static func inTown(households: [String], crews: [String] = [], now: String) async throws -> CommandLineProgram {
        let database = try TestDatabase.current
        try await database.sql("SELECT gasworks.install('Europe/Helsinki', true)")
        let program = CommandLineProgram(["GASWORKS_DATABASE_URL": database.connectionURL(role: .administrator)])
        let network = [
            "G,gate_station,,Gate,60.17,24.94", "R,regulator,G,Regulator,60.17,24.94",
            "M,main,R,Mill Street,60.17,24.94", "B1,riser,M,Riser,60.17,24.94",
        ]
        for (noun, header, rows) in [
            ("supply", "node_id,kind,parent_id,name,latitude,longitude", network),
            (
                "household",
                "account_no,customer_class,name,address,building,unit,floor,district,latitude,longitude,supply_node,"
                    + "meter_no,phone,email,special_care,gas_on,last_inspected", households
            ),
            (
                "crew", "crew_id,name,district,depot_latitude,depot_longitude,shift_start,shift_end,skills", crews
            ),
        ] where !rows.isEmpty {
            let file = ([header] + rows).joined(separator: "\n") + "\n"
            let outcome = try await program.run(arguments: [noun, "import", "-", "--now", now], input: file)
            try #require(outcome.status == 0, "\(outcome.errors)")
        }
        return program
    }
}
