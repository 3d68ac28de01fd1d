/// Crews without visits, by class, so that of many alike only one is tried.
final class IdleCrews {
    private let model: SearchModel
    private let heads: UnsafeMutablePointer<Int32>
    private let next: UnsafeMutablePointer<Int32>
    private let previous: UnsafeMutablePointer<Int32>
    private let size: UnsafeMutablePointer<Int>

    init(_ model: SearchModel) {
        self.model = model
        heads = .copying([Int32](repeating: -1, count: model.classCount))
        next = .copying([Int32](repeating: -1, count: model.crewCount))
        previous = .copying([Int32](repeating: -1, count: model.crewCount))
        size = .copying([0])
    }

    deinit {
        heads.deallocate()
        next.deallocate()
        previous.deallocate()
        size.deallocate()
    }

    var count: Int { size.pointee }

    /// An idle crew of a class, or −1.
    @inline(__always)
    func first(ofClass classIndex: Int) -> Int32 { heads[classIndex] }

    /// The idle crew behind another of the same class, or −1.
    func next(after crew: Int32) -> Int32 { crew < 0 ? -1 : next[Int(crew)] }

    func insert(_ crew: Int) {
        let classIndex = Int(model.crews[crew].classIndex)
        let head = heads[classIndex]
        next[crew] = head
        previous[crew] = -1
        if head >= 0 { previous[Int(head)] = Int32(crew) }
        heads[classIndex] = Int32(crew)
        size.pointee += 1
    }

    func remove(_ crew: Int) {
        let (before, after) = (previous[crew], next[crew])
        if before >= 0 { next[Int(before)] = after } else { heads[Int(model.crews[crew].classIndex)] = after }
        if after >= 0 { previous[Int(after)] = before }
        size.pointee -= 1
    }
}
