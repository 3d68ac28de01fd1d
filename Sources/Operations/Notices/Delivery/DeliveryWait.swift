import GasService

/// Why a lease came back empty.
enum DeliveryWait: Sendable, Hashable {
    /// Nothing is queued.
    case nothing
    /// The next notice is due after so long.
    case due(Duration)
    /// Quiet hours hold what is due.
    case quiet
    /// The channel's rate for this minute is used up.
    case throttled

    /// How long a worker that goes on need not ask again.
    var rest: Duration {
        switch self {
        case .nothing, .quiet: .seconds(60)
        case .due(let duration): min(max(duration, .milliseconds(200)), .seconds(60))
        case .throttled: .seconds(2)
        }
    }
}
