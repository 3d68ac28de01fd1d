/// What a database lacks before commands can work on it.
public enum DatabaseGap: Sendable, Hashable {
    /// There is no embedded cluster in this home.
    case noCluster(home: String)
    /// The schema ends with this migration; nil when there is no schema at all.
    case schemaBehind(migration: String?)
    /// The schema stands, but nobody made a company's database of it.
    case notInstalled
}
