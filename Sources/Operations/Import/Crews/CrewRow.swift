package import GasService

/// One crew as a file describes it.
package struct CrewRow: Sendable, Hashable {
    /// The physical line of the file.
    package let line: Int
    /// The crew's code.
    package let crew: CrewID
    /// The name by which people know it.
    package let name: String
    /// The district it serves; the company as a whole when the file leaves it empty.
    package let district: DistrictID
    /// Degrees north of the depot, WGS 84.
    package let latitude: Double
    /// Degrees east of the depot, WGS 84.
    package let longitude: Double
    /// The shift in minutes after local midnight; one that ends on the next day goes beyond 1,440.
    package let shift: Range<Int>
    /// What the crew is certified for, sorted, each once.
    package let skills: [String]
}

extension CrewRow {
    /// Reads a row; nil after noting in `table` everything that is wrong with it by itself.
    init?(_ row: TableRow, in table: TableReader) {
        let crew = table.code(CrewID.self, CrewColumn.crew.rawValue, of: row)
        let district = table.code(DistrictID.self, CrewColumn.district.rawValue, of: row)
        let hasSoundDistrict = row.isEmpty(CrewColumn.district.rawValue) || district != nil
        let latitude = table.degrees(CrewColumn.depotLatitude.rawValue, of: row, bound: 90)
        let longitude = table.degrees(CrewColumn.depotLongitude.rawValue, of: row, bound: 180)
        let start = table.time(CrewColumn.shiftStart.rawValue, of: row)
        let end = table.time(CrewColumn.shiftEnd.rawValue, of: row)
        let shift = Self.shift(start, end, row, in: table)
        let skills = Self.skills(row, in: table)
        guard row.isSound, let crew, hasSoundDistrict, let latitude, let longitude, let shift, let skills,
            let name = row.text(CrewColumn.name.rawValue)
        else { return nil }
        self.init(
            line: row.line, crew: crew, name: name, district: district ?? .company, latitude: latitude,
            longitude: longitude, shift: shift, skills: skills)
    }

    /// The shift; one that ends at an earlier time than it starts ends on the next day.
    ///
    /// Nil for a shift of no length: who works around the clock writes 00:00 and 24:00.
    private static func shift(
        _ start: LocalMinute?, _ end: LocalMinute?, _ row: TableRow, in table: TableReader
    ) -> Range<Int>? {
        guard let start, let end else { return nil }
        guard start != end, start < .endOfDay else {
            table.note(.shiftWithoutLength, CrewColumn.shiftEnd.rawValue, of: row)
            return nil
        }
        return start.minutes..<(start < end ? end.minutes : end.minutes + LocalMinute.endOfDay.minutes)
    }

    /// The skills of a row; nil when one is not a word of lower-case letters, digits and underscores.
    private static func skills(_ row: TableRow, in table: TableReader) -> [String]? {
        guard let text = row.text(CrewColumn.skills.rawValue) else { return nil }
        let words = text.split(separator: ";").map { $0.trimmingPrefix { $0 == " " } }
            .map { String($0.reversed().drop { $0 == " " }.reversed()) }.filter { !$0.isEmpty }
        guard !words.isEmpty, words.allSatisfy(isSkill) else {
            table.note(.unknownWord, CrewColumn.skills.rawValue, of: row, expected: "inspection;repair;emergency")
            return nil
        }
        return Set(words).sorted()
    }

    /// Whether a text is a skill's code: companies name skills of their own besides `inspection` and `repair`.
    static func isSkill(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 32 else { return false }
        return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }
}
