/// Reads the text form of Solomon (1987) and of Gehring & Homberger (1999).
///
/// A name; `VEHICLE`, `NUMBER CAPACITY` and their values; `CUSTOMER`, a heading, and a line for each place: number,
/// x, y, demand, ready time, due date, service time. Place 0 is the depot.
enum SolomonForm {
    static func read(_ lines: [NumberedLine]) throws(InstanceError) -> InstanceData {
        guard let heading = lines.firstIndex(where: { $0.words.first?.uppercased() == "NUMBER" }),
            heading + 1 < lines.count
        else { throw .missing("NUMBER CAPACITY") }
        let fleet = try lines[heading + 1].numbers(2)
        guard let first = lines.dropFirst(heading + 2).firstIndex(where: { Double($0.words.first ?? "") != nil }) else {
            throw .missing("CUSTOMER")
        }
        var places: [InstanceData.Place] = []
        for line in lines[first...] {
            let row = try line.numbers(7)
            places.append(
                InstanceData.Place(
                    x: row[1], y: row[2], demand: Int(row[3]), earliest: row[4], latest: row[5], service: row[6]))
        }
        return InstanceData(
            name: lines.first?.words.first ?? "", vehicles: Int(fleet[0]), capacity: Int(fleet[1]), places: places,
            depots: [0])
    }
}
