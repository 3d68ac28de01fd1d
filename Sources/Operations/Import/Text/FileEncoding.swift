/// An encoding in which a file may be written.
package enum FileEncoding: String, Sendable, CaseIterable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "utf-8"
    /// GB18030, the Chinese national standard, which contains GBK and GB 2312; with or without a byte order mark.
    case gb18030

    /// The byte order mark that a program may have put before the text.
    var byteOrderMark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .gb18030: [0x84, 0x31, 0x95, 0x33]
        }
    }
}
