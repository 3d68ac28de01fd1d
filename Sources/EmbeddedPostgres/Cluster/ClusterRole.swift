/// Whom a local connection speaks as.
package enum ClusterRole: String, CaseIterable, Sendable {
    /// Owns the schema; only migrations speak as this.
    case owner = "gasworks_owner"
    case dispatcher = "gasworks_dispatcher"
    case crew = "gasworks_crew"
    case supervisor = "gasworks_supervisor"
    case compliance = "gasworks_compliance"
    case administrator = "gasworks_administrator"
    /// The cluster's superuser, whom only the account that runs the cluster can be; not even root, unless it becomes that account.
    case superuser = "postgres"

    /// Everybody but the owner and the superuser.
    static let applicationRoles: [ClusterRole] = [.dispatcher, .crew, .supervisor, .compliance, .administrator]
}
