import Archive
import GasService

/// The crews that can hand notices over in the coming two months, and the settings by which they work.
struct DeliveryCrews {
    let crews: [CrewHours]
    let stored: [StoredSetting]
    let now: Instant
    let zone: UtilityTimeZone

    /// The present day of the utility.
    var today: CalendarDate { zone.date(of: now) }

    /// A district's settings today.
    func settings(of district: DistrictID) -> Settings { Settings(stored: stored, district: district, on: today) }

    /// Notices that the crews of some districts can hand over, day by day; today in what is left of their shifts.
    func capacity(in districts: Set<DistrictID>) -> [Int] {
        let able = crews.filter { $0.district.isCompany || districts.contains($0.district) }
        return (0..<60).map { ahead in
            let date = today.adding(days: ahead)
            return able.reduce(0) { sum, crew in
                let settings = Settings(stored: stored, district: crew.district, on: date)
                let minutes = crew.productiveMinutes(
                    on: date, settings: settings, from: ahead == 0 ? zone.minute(of: now) : .startOfDay)
                return sum + minutes / settings[.handMinutes]
            }
        }
    }
}
