import GasService

/// The columns of a file of receipts, in the order in which they are written.
package enum ReceiptColumn: Int, CaseIterable, Sendable {
    /// Our name for the notice; may be empty where the gateway's is known.
    case notice
    /// The gateway's name for the message.
    case gatewayID
    /// `delivered` or `failed`.
    case outcome
    /// When, with an offset from UTC.
    case occurredAt

    /// What the column must look like.
    package var column: ImportColumn {
        switch self {
        case .notice: ImportColumn("notice_id", longest: NoticeID.longest)
        case .gatewayID: ImportColumn("gateway_id", longest: 200)
        case .outcome: ImportColumn("outcome", isRequired: true, longest: 20)
        case .occurredAt: ImportColumn("occurred_at", isRequired: true, longest: 40)
        }
    }

    /// All columns as a file must have them.
    package static let columns = allCases.map(\.column)
}
