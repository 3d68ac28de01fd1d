/// The schema, compiled into the binary: migrations for what has state, routines for everything else.
package enum Schema {
    /// All migrations in the order in which they are applied: tables, indexes, roles, seed rows.
    ///
    /// A test holds this list against the folder `sql/migrations`. A file that was released is never changed again: the
    /// next change is the next file.
    package static let migrations: [Migration] = [
        step(1, "m0001_roles", PackageResources.m0001_roles_sql),
        step(2, "m0002_installation", PackageResources.m0002_installation_sql),
        step(3, "m0003_network", PackageResources.m0003_network_sql),
        step(4, "m0004_households", PackageResources.m0004_households_sql),
        step(5, "m0005_archive", PackageResources.m0005_archive_sql),
        step(6, "m0006_crews", PackageResources.m0006_crews_sql),
        step(7, "m0007_rules", PackageResources.m0007_rules_sql),
        step(8, "m0008_obligations", PackageResources.m0008_obligations_sql),
        step(9, "m0009_horizon", PackageResources.m0009_horizon_sql),
        step(10, "m0010_days", PackageResources.m0010_days_sql),
        step(11, "m0011_visits", PackageResources.m0011_visits_sql),
        step(12, "m0012_jobs_done", PackageResources.m0012_jobs_done_sql),
        step(13, "m0013_planning", PackageResources.m0013_planning_sql),
        step(14, "m0014_office", PackageResources.m0014_office_sql),
        step(15, "m0015_household_changes", PackageResources.m0015_household_changes_sql),
        step(16, "m0016_imports", PackageResources.m0016_imports_sql),
        step(17, "m0017_reading", PackageResources.m0017_reading_sql),
        step(18, "m0018_privileges", PackageResources.m0018_privileges_sql),
        step(19, "m0019_coverage", PackageResources.m0019_coverage_sql),
        step(20, "m0020_supply_check", PackageResources.m0020_supply_check_sql),
        step(21, "m0021_crew_import", PackageResources.m0021_crew_import_sql),
        step(22, "m0022_kept_anniversaries", PackageResources.m0022_kept_anniversaries_sql),
        step(23, "m0023_outages", PackageResources.m0023_outages_sql),
        step(24, "m0024_notices", PackageResources.m0024_notices_sql),
        step(25, "m0025_gate_judgement", PackageResources.m0025_gate_judgement_sql),
        step(26, "m0026_outbox", PackageResources.m0026_outbox_sql),
        step(27, "m0027_outage_course", PackageResources.m0027_outage_course_sql),
        step(28, "m0028_restoration", PackageResources.m0028_restoration_sql),
        step(29, "m0029_outage_hooks", PackageResources.m0029_outage_hooks_sql),
        step(30, "m0030_outage_reading", PackageResources.m0030_outage_reading_sql),
        step(31, "m0031_outage_privileges", PackageResources.m0031_outage_privileges_sql),
        step(32, "m0032_notice_places", PackageResources.m0032_notice_places_sql),
        step(33, "m0033_first_import", PackageResources.m0033_first_import_sql),
        step(34, "m0034_routines", PackageResources.m0034_routines_sql),
        step(35, "m0035_changed_results", PackageResources.m0035_changed_results_sql),
        step(36, "m0036_faults", PackageResources.m0036_faults_sql),
    ]

    private static func step(_ number: Int32, _ name: String, _ bytes: [UInt8]) -> Migration {
        Migration(
            number: number, name: name, sql: String(decoding: bytes, as: UTF8.self),
            formerChecksums: releasedBefore[name] ?? [])
    }
}
