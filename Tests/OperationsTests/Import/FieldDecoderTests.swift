import Operations
import Testing

@Suite("Decoding of fields")
struct FieldDecoderTests {
    private func decode(_ bytes: [UInt8], _ encoding: FileEncoding = .utf8) throws -> (String, FieldDecoder.Flaw?) {
        let decoder = try FieldDecoder(encoding)
        var output: [UInt8] = []
        let flaw = bytes.withUnsafeBufferPointer { decoder.decode($0, into: &output) }
        return (String(decoding: output, as: UTF8.self), flaw)
    }

    @Test("GB18030 with two-byte and four-byte characters becomes UTF-8")
    func chinese() throws {
        // 朝阳区, then U+20087, a rare surname's character of four bytes.
        let bytes: [UInt8] = [0xB3, 0xAF, 0xD1, 0xF4, 0xC7, 0xF8, 0x95, 0x32, 0x90, 0x31]
        #expect(try decode(bytes, .gb18030) == ("朝阳区\u{20087}", nil))
    }

    @Test("bytes that GB18030 does not have are named with their place")
    func invalidGB18030() throws {
        #expect(try decode([0x41, 0xB3, 0x20], .gb18030) == ("", .invalidByte(0xB3, position: 2)))
        #expect(try decode([0x41, 0x42, 0xFF], .gb18030) == ("", .invalidByte(0xFF, position: 3)))
    }

    @Test(
        "bytes that are not UTF-8 are named with their place",
        arguments: [
            ([0x61, 0xFF], 0xFF, 2), ([0xC3], 0xC3, 1), ([0xC0, 0x80], 0xC0, 1), ([0xED, 0xA0, 0x80], 0xED, 1),
            ([0xF4, 0x90, 0x80, 0x80], 0xF4, 1), ([0xE6, 0xB0, 0x94, 0xE6, 0xB0], 0xE6, 4),
            ([0xE6, 0xB0, 0x41], 0xE6, 1), ([0xF0, 0x9F, 0x94, 0x41], 0xF0, 1),
        ] as [([UInt8], UInt8, Int)])
    func invalidUTF8(bytes: [UInt8], byte: UInt8, position: Int) throws {
        #expect(try decode(bytes) == ("", .invalidByte(byte, position: position)))
    }

    @Test("every Unicode scalar is taken as UTF-8, but for control characters")
    func everyScalar() throws {
        let decoder = try FieldDecoder(.utf8)
        for value in (0xA0...0x10FFFF as ClosedRange<UInt32>) {
            guard let scalar = Unicode.Scalar(value), value % 7 == 0 || value < 0x3000 else { continue }
            let bytes = Array(String(Character(scalar)).utf8)
            var output: [UInt8] = []
            let flaw = bytes.withUnsafeBufferPointer { decoder.decode($0, into: &output) }
            #expect(flaw == nil && output == bytes, "U+\(String(value, radix: 16))")
        }
    }

    @Test("NUL, escape and C1 controls are refused with their place")
    func controlCharacters() throws {
        #expect(try decode([0x61, 0x00]) == ("", .controlCharacter(0x00, position: 2)))
        #expect(try decode(Array("\u{1B}[31m".utf8)) == ("", .controlCharacter(0x1B, position: 1)))
        #expect(try decode(Array(" é\u{9B}1".utf8)) == ("", .controlCharacter(0x9B, position: 5)))
    }

    @Test("spaces around a value go, and a line end or tab inside becomes one space")
    func whiteSpace() throws {
        #expect(try decode(Array("  12 \t".utf8)) == ("12", nil))
        #expect(try decode(Array("Back yard\r\nHouse\t2\nleft ".utf8)) == ("Back yard House 2 left", nil))
        #expect(try decode(Array(" \r\n ".utf8)) == ("", nil))
    }
}
