internal import Foundation

/// A place on the Earth, in degrees (WGS 84).
public struct Coordinate: Hashable, Sendable {
    /// Degrees north of the equator.
    public var latitude: Double
    /// Degrees east of Greenwich.
    public var longitude: Double

    /// Makes a coordinate.
    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Great-circle distance by the haversine formula on a sphere of 6,371,008.8 m (mean Earth radius, IUGG), in metres.
    public func metres(to other: Coordinate) -> Double {
        let radius = 6_371_008.8
        let phi = latitude * .pi / 180
        let otherPhi = other.latitude * .pi / 180
        let halfPhi = sin((otherPhi - phi) / 2)
        let halfLambda = sin((other.longitude - longitude) * .pi / 360)
        let h = halfPhi * halfPhi + cos(phi) * cos(otherPhi) * halfLambda * halfLambda
        return 2 * radius * asin(min(1, h.squareRoot()))
    }
}
