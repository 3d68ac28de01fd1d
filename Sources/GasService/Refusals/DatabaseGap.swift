/// What a database lacks before commands can work on it.
public enum DatabaseGap: Sendable, Hashable {
    /// There is no embedded cluster in this home.
    case noCluster(home: String)
    /// The schema ends with this migration; nil when there is no schema at all.
    case schemaBehind(migration: String?)
    /// The functions in it are not this program's: an older one made them, or they were not applied after a migration.
    case routinesBehind
    /// The schema stands, but nobody made a company's database of it.
    case notInstalled
}
