/// A format that people hand in for delimited text, known by its first bytes.
enum ForeignFormat: CaseIterable {
    case utf16LittleEndian
    case utf16BigEndian
    case workbook
    case oldWorkbook
    case compressed

    /// Recognises a format by the file's first bytes; nil when they may be text.
    init?(signature: [UInt8]) {
        guard let found = Self.allCases.first(where: { signature.starts(with: $0.mark) }) else { return nil }
        self = found
    }

    /// The bytes with which every file of the format begins.
    private var mark: [UInt8] {
        switch self {
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .workbook: [0x50, 0x4B, 0x03, 0x04]
        case .oldWorkbook: [0xD0, 0xCF, 0x11, 0xE0]
        case .compressed: [0x1F, 0x8B]
        }
    }

    /// The name by which people know the format.
    var name: String {
        switch self {
        case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
        case .workbook: "XLSX"
        case .oldWorkbook: "XLS"
        case .compressed: "GZIP"
        }
    }
}
