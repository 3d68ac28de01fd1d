import GasService

/// An error of work on a utility's database, with the clock by which its people read instants.
struct LocalError: Error {
    let error: GasworksError
    let zone: UtilityTimeZone
}
