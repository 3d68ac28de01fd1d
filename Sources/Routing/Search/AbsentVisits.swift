/// The set of visits that are in no route, with constant-time insertion, removal and indexing.
final class AbsentVisits {
    private let members: UnsafeMutablePointer<Int32>
    private let places: UnsafeMutablePointer<Int32>
    private let size: UnsafeMutablePointer<Int>

    init(capacity: Int) {
        members = .allocate(capacity: capacity + 1)
        members.initialize(repeating: 0, count: capacity + 1)
        places = .allocate(capacity: capacity + 1)
        places.initialize(repeating: -1, count: capacity + 1)
        size = .allocate(capacity: 1)
        size.initialize(to: 0)
    }

    deinit {
        members.deallocate()
        places.deallocate()
        size.deallocate()
    }

    var count: Int { size.pointee }

    subscript(index: Int) -> Int32 { members[index] }

    func contains(_ visit: Int32) -> Bool { places[Int(visit)] >= 0 }

    func insert(_ visit: Int32) {
        members[size.pointee] = visit
        places[Int(visit)] = Int32(size.pointee)
        size.pointee += 1
    }

    func remove(_ visit: Int32) {
        size.pointee -= 1
        let last = members[size.pointee]
        let place = places[Int(visit)]
        members[Int(place)] = last
        places[Int(last)] = place
        places[Int(visit)] = -1
    }
}
