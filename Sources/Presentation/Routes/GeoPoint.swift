/// A place on the globe in WGS 84 degrees.
package struct GeoPoint: Sendable, Hashable, Encodable {
    package let latitude: Double
    package let longitude: Double

    package init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Longitude before latitude, to the seventh decimal (a centimetre), as GeoJSON orders them.
    var geoJSON: JSONValue { .array([.number(Self.rounded(longitude)), .number(Self.rounded(latitude))]) }

    /// Degrees to the seventh decimal, about a centimetre.
    static func rounded(_ degrees: Double) -> Double { (degrees * 10_000_000).rounded() / 10_000_000 }
}
