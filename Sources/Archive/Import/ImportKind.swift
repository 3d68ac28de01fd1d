import PostgresClient

/// What can be imported in bulk, and how the database takes it: see `sql/routines/imports/staging.sql`.
package enum ImportKind: String, Sendable, CaseIterable {
    /// Households, each with its first obligation.
    case households
    /// Nodes of the supply network.
    case supplyNodes = "supply_nodes"
    /// Crews with their skills.
    case crews

    /// Makes the staging table of this transaction.
    var begin: PostgresQuery {
        switch self {
        case .households: "SELECT begin_household_import()"
        case .supplyNodes: "SELECT begin_supply_import()"
        case .crews: "SELECT begin_crew_import()"
        }
    }

    /// The staging table.
    var table: PostgresTable {
        switch self {
        case .households: "pg_temp.staged_household"
        case .supplyNodes: "pg_temp.staged_supply_node"
        case .crews: "pg_temp.staged_crew"
        }
    }

    /// The staging table's columns in the order in which rows are written.
    package var columns: [String] {
        switch self {
        case .households:
            [
                "line", "account_no", "customer_class", "name", "address", "building_id", "unit", "floor",
                "district_id", "latitude", "longitude", "node_id", "meter_no", "phone", "email", "special_care",
                "gas_on", "last_inspected", "window_opens", "deadline", "rule_id", "deemed_date",
            ]
        case .supplyNodes: ["line", "node_id", "kind", "parent_id", "name", "latitude", "longitude"]
        case .crews:
            [
                "line", "crew_id", "name", "district_id", "depot_latitude", "depot_longitude", "shift_start",
                "shift_end", "skills",
            ]
        }
    }

    /// Lists what only the database can see to be wrong with the staged rows.
    var check: PostgresQuery {
        switch self {
        case .households: "SELECT line, column_name, problem, value, expected FROM check_household_import()"
        case .supplyNodes: "SELECT line, column_name, problem, value, expected FROM check_supply_import()"
        case .crews: "SELECT line, column_name, problem, value, expected FROM check_crew_import()"
        }
    }

    /// Applies the staged rows, all or none.
    func apply(fileDigest: String) -> PostgresQuery {
        let function: PostgresQuery =
            switch self {
            case .households: "apply_household_import"
            case .supplyNodes: "apply_supply_import"
            case .crews: "apply_crew_import"
            }
        return """
            SELECT (answer ->> 'rows')::bigint, (answer ->> 'inserted')::bigint, (answer ->> 'changed')::bigint,
                   (answer ->> 'unchanged')::bigint
            FROM \(function)(\(fileDigest)) AS answer
            """
    }
}
