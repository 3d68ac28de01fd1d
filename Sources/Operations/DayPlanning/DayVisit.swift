import Archive
import GasService

/// What a visit of the routing problem stands for.
enum DayVisit: Sendable {
    /// A stop to be planned.
    case planned(BuildingStop)
    /// Jobs at one building that a crew has begun: they stay where and when they are.
    case begun([BegunJob])
    /// A fault that a crew was given: it stays with the crew and at the time that was promised.
    case fault(FaultStop)
    /// A stop of a company's crew in a district that is not planned now.
    case elsewhere(ElsewhereStop)

    var latitude: Double {
        switch self {
        case .planned(let stop): stop.latitude
        case .begun(let jobs): jobs[0].latitude
        case .fault(let stop): stop.latitude
        case .elsewhere(let stop): stop.latitude
        }
    }

    var longitude: Double {
        switch self {
        case .planned(let stop): stop.longitude
        case .begun(let jobs): jobs[0].longitude
        case .fault(let stop): stop.longitude
        case .elsewhere(let stop): stop.longitude
        }
    }

    /// The district in whose plan it stands; nil for one that stands in another's.
    var district: DistrictID? {
        switch self {
        case .planned(let stop): stop.district
        case .begun(let jobs): jobs[0].job.district
        case .fault(let stop): stop.job.district
        case .elsewhere: nil
        }
    }
}
