package import GasService
import PostgresClient

/// A picture of a fault.
package struct FaultPhoto: Sendable, Hashable {
    /// The kinds of pictures that are kept.
    package enum MediaType: String, Sendable, Hashable, CaseIterable {
        case jpeg = "image/jpeg"
        case png = "image/png"
        case heic = "image/heic"

        /// The kind by the first bytes of a file; nil for anything else.
        package init?(content: [UInt8]) {
            if content.starts(with: [0xFF, 0xD8, 0xFF]) {
                self = .jpeg
            } else if content.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
                self = .png
            } else if content.count > 12, content[4..<8].elementsEqual("ftyp".utf8),
                ["heic", "heix", "mif1"].contains(where: { content[8..<12].elementsEqual($0.utf8) })
            {
                self = .heic
            } else {
                return nil
            }
        }
    }

    /// Its kind.
    package let mediaType: MediaType
    /// Its bytes.
    package let content: [UInt8]

    /// Takes a picture.
    package init(mediaType: MediaType, content: [UInt8]) {
        self.mediaType = mediaType
        self.content = content
    }
}

extension FaultCourse {
    /// Keeps a picture with a fault; its hash is in the archive, and the same picture twice is one.
    nonisolated(nonsending) package func attach(
        _ photo: FaultPhoto, to fault: FaultID, takenAt instant: Instant
    ) async throws {
        try await connection.execute(
            """
            SELECT attach_fault_photo(\(fault.district), \(fault.number), \(photo.mediaType.rawValue), \(photo.content),
                                      \(instant))
            """)
    }
}
