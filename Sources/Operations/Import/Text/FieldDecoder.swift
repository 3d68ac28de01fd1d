import Glibc

/// Turns a field's raw bytes into clean UTF-8, or says what is wrong with them.
///
/// Clean means: valid in the encoding, without NUL and other control characters, without spaces around, and line ends
/// and tabs inside a field turned into single spaces (a spreadsheet's cell of two lines is one address).
package final class FieldDecoder {
    /// What keeps a field from being text.
    package enum Flaw: Error, Sendable, Hashable {
        /// A byte that the encoding does not have there; `position` counts bytes from 1 within the field.
        case invalidByte(UInt8, position: Int)
        /// NUL or another control character; `position` counts bytes from 1 within the field.
        case controlCharacter(UInt8, position: Int)
    }

    private let converter: iconv_t?
    private var converted: [UInt8] = []

    /// A decoder for an encoding.
    ///
    /// - Throws: `FieldDecoder.Unavailable` when the system's C library lacks the encoding.
    package init(_ encoding: FileEncoding) throws {
        switch encoding {
        case .utf8: converter = nil
        case .gb18030:
            let opened = iconv_open("UTF-8", "GB18030")
            guard let opened, opened != iconv_t(bitPattern: -1) else { throw Unavailable(encoding: encoding) }
            converter = opened
            converted = Array(repeating: 0, count: 256)
        }
    }

    deinit {
        if let converter { iconv_close(converter) }
    }

    /// The C library has no converter for an encoding (on Debian: the package libc-bin's gconv modules are missing).
    package struct Unavailable: Error {
        /// The encoding asked for.
        package let encoding: FileEncoding
    }

    /// Appends a field's text to `output`, or finds its first flaw and appends nothing.
    package func decode(_ field: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) -> Flaw? {
        switch Plainness(of: field) {
        case .plain:
            output.append(contentsOf: trimmed(field))
            return nil
        case .ascii:
            return appendClean(field, into: &output)
        case .beyondASCII:
            guard let converter else {
                if let position = firstInvalidUTF8(field) {
                    return .invalidByte(field[position], position: position + 1)
                }
                return appendClean(field, into: &output)
            }
            let (count, failure) = convert(field, with: converter)
            if let failure { return .invalidByte(field[failure], position: failure + 1) }
            return converted.withUnsafeBufferPointer { text in
                appendClean(UnsafeBufferPointer(rebasing: text[..<count]), into: &output)
            }
        }
    }

    /// Converts a whole field into `converted`; its length, and the offset of the first bad byte if there is one.
    private func convert(_ field: UnsafeBufferPointer<UInt8>, with converter: iconv_t) -> (Int, failure: Int?) {
        // A GB18030 character of one, two or four bytes becomes at most three, three and four bytes of UTF-8.
        let room = field.count * 3
        if converted.count < room { converted = Array(repeating: 0, count: room * 2) }
        _ = iconv(converter, nil, nil, nil, nil)
        return converted.withUnsafeMutableBytes { target in
            var input = UnsafeMutableRawPointer(mutating: field.baseAddress)?.assumingMemoryBound(to: CChar.self)
            var inputLeft = field.count
            var output = target.baseAddress?.assumingMemoryBound(to: CChar.self)
            var outputLeft = target.count
            let result = iconv(converter, &input, &inputLeft, &output, &outputLeft)
            let failed = result == Int(bitPattern: UInt.max)
            return (target.count - outputLeft, failed ? field.count - inputLeft : nil)
        }
    }

    /// Appends valid UTF-8, one space for each line end and tab, refusing control characters.
    private func appendClean(_ field: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) -> Flaw? {
        let text = trimmed(field)
        let skipped = (text.baseAddress.flatMap { field.baseAddress?.distance(to: $0) }) ?? 0
        let length = output.count
        for (index, byte) in text.enumerated() {
            let isC1 = byte & 0xE0 == 0x80 && index > 0 && text[index - 1] == 0xC2
            switch byte {
            case 0x0D where index + 1 < text.count && text[index + 1] == 0x0A:
                continue
            case 0x09, 0x0A, 0x0D:
                output.append(0x20)
            case _ where byte < 0x20 || byte == 0x7F || isC1:
                // C1 controls too: terminals obey them as they do escape sequences.
                output.removeLast(output.count - length)
                return .controlCharacter(byte, position: skipped + index + 1)
            default:
                output.append(byte)
            }
        }
        return nil
    }

    private func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard let first = text.first, let last = text.last, isBlank(first) || isBlank(last) else { return text }
        var start = 0
        var end = text.count
        while start < end, isBlank(text[start]) { start += 1 }
        while end > start, isBlank(text[end - 1]) { end -= 1 }
        return UnsafeBufferPointer(rebasing: text[start..<end])
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B && byte != 0x0C
    }
}

/// How much care a field's bytes need.
private enum Plainness {
    /// Printable ASCII throughout: nearly every field of nearly every file.
    case plain
    /// ASCII with control characters.
    case ascii
    /// Characters beyond ASCII.
    case beyondASCII

    init(of bytes: UnsafeBufferPointer<UInt8>) {
        var high: UInt8 = 0
        var hasControl = false
        for byte in bytes {
            high |= byte
            hasControl = hasControl || byte < 0x20 || byte == 0x7F
        }
        self = high >= 0x80 ? .beyondASCII : hasControl ? .ascii : .plain
    }
}

/// The offset of the first byte at which bytes cease to be UTF-8 (Unicode 15, table 3-7); nil when they are UTF-8.
private func firstInvalidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var at = 0
    while at < bytes.count {
        let lead = bytes[at]
        if lead < 0x80 {
            at += 1
            continue
        }
        let (length, second): (Int, ClosedRange<UInt8>) =
            switch lead {
            case 0xC2...0xDF: (2, 0x80...0xBF)
            case 0xE0: (3, 0xA0...0xBF)
            case 0xED: (3, 0x80...0x9F)
            case 0xE1...0xEF: (3, 0x80...0xBF)
            case 0xF0: (4, 0x90...0xBF)
            case 0xF1...0xF3: (4, 0x80...0xBF)
            case 0xF4: (4, 0x80...0x8F)
            default: (0, 0x80...0xBF)
            }
        guard length > 0, at + length <= bytes.count, second.contains(bytes[at + 1]) else { return at }
        for further in (at + 2)..<max(at + 2, at + length) where bytes[further] & 0xC0 != 0x80 { return at }
        at += length
    }
    return nil
}
