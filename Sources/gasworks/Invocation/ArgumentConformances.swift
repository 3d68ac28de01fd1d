public import ArgumentParser
public import GasService
import Presentation
public import RoutingInstances

// The trade's values as arguments, read as each reads itself: a command never sees a text that is not one.

extension AccountNumber: ExpressibleByArgument {}
extension CalendarDate: ExpressibleByArgument {}
extension AppointmentID: ExpressibleByArgument {}
extension BuildingID: ExpressibleByArgument {}
extension CampaignID: ExpressibleByArgument {}
extension CrewID: ExpressibleByArgument {}
extension CustomerClass: ExpressibleByArgument {}
extension DistrictID: ExpressibleByArgument {}
extension FaultID: ExpressibleByArgument {}
extension FaultScope: ExpressibleByArgument {}
extension FaultSeverity: ExpressibleByArgument {}
extension Instant: ExpressibleByArgument {}
extension JobID: ExpressibleByArgument {}
extension NodeID: ExpressibleByArgument {}
extension NoticeChannel: ExpressibleByArgument {}
extension NoticeID: ExpressibleByArgument {}
extension NoticePurpose: ExpressibleByArgument {}
extension OutageID: ExpressibleByArgument {}
extension UtilityTimeZone: ExpressibleByArgument {}

extension FaultEvent.RepairProof: ExpressibleByArgument {}
extension FaultEvent.HandlingBasis: ExpressibleByArgument {
    /// Reads a basis as people type it: `made-safe`.
    public init?(argument: String) { self.init(rawValue: argument.replacing("-", with: "_")) }

    /// The bases as people type them.
    public static var allValueStrings: [String] { allCases.map { $0.rawValue.replacing("_", with: "-") } }
}

extension Language: ExpressibleByArgument {}
extension Rounding: ExpressibleByArgument {}
