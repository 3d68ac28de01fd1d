import GasService
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "digests of FIPS 180-4 and of a million letters, however the bytes arrive",
        arguments: [
            ("", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
        ])
    func digests(text: String, times: Int, digest: String) {
        let bytes = Array(String(repeating: text, count: times).utf8)
        for piece in [1, 55, 63, 64, 65, 4096, bytes.count + 1] where bytes.count < 1_000_000 || piece > 63 {
            var sum = SHA256()
            for start in stride(from: 0, to: bytes.count, by: piece) {
                bytes[start..<min(start + piece, bytes.count)].withUnsafeBytes { sum.update($0) }
            }
            #expect(sum.finish() == digest, "in pieces of \(piece)")
        }
    }
}
