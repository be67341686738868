/// A range of pages of a scanned file, attached to an item or container.
public struct DocumentAttachment: Sendable, Hashable {
    public let subject: EntityID
    /// The hash of the file as it was scanned, byte for byte.
    public let hash: ContentHash
    /// The length of the file in bytes.
    public let bytes: Int64
    /// The media type, such as `application/pdf`.
    public let mediaType: String
    /// The first attached page, from 1.
    ///
    /// A cover sheet is a page.
    public let firstPage: Int
    /// The number of attached pages.
    public let pages: Int

    public init(subject: EntityID, hash: ContentHash, bytes: Int64, mediaType: String, firstPage: Int, pages: Int) {
        self.subject = subject
        self.hash = hash
        self.bytes = bytes
        self.mediaType = mediaType
        self.firstPage = firstPage
        self.pages = pages
    }
}

/// The move of a document to another item or container.
///
/// The document keeps its number, which is that of the entry that attached it.
public struct DocumentMove: Sendable, Hashable {
    /// The item or container to which it was moved.
    public let subject: EntityID
    /// The item or container to which it belonged before.
    public let origin: EntityID
    /// The entry that attached the document.
    public let document: EntryNumber
    public let reason: String?

    public init(subject: EntityID, origin: EntityID, document: EntryNumber, reason: String?) {
        self.subject = subject
        self.origin = origin
        self.document = document
        self.reason = reason
    }
}

/// The SHA-256 hash of a stored file, which is also its name in the store.
public struct ContentHash: Sendable, Hashable, CustomStringConvertible {
    /// 64 lower-case hexadecimal digits.
    public let text: String

    /// Returns nil unless `text` is 64 lower-case hexadecimal digits.
    public init?(_ text: String) {
        let digits = Array("0123456789abcdef".utf8)
        guard text.utf8.count == 64, text.utf8.allSatisfy(digits.contains) else { return nil }
        self.text = text
    }

    public var description: String { text }
}

/// The name of a drop folder: its path as given in the configuration.
public struct DropFolderName: Sendable, Hashable, CustomStringConvertible {
    public let path: String

    public init(_ path: String) { self.path = path }

    public var description: String { path }
}

/// A file in a drop folder, identified as an act rather than by its content.
///
/// Dropping identical bytes twice is two acts. Finding one file again after a crash is the same act.
public struct DroppedFile: Sendable, Hashable {
    public let folder: DropFolderName
    /// 32 bytes that identify the file.
    ///
    /// They differ for every other file, and change when the file is written to.
    public let identity: [UInt8]

    public init(folder: DropFolderName, identity: [UInt8]) {
        self.folder = folder
        self.identity = identity
    }
}

/// The item or container to which further pages without a cover sheet may belong.
public struct OpenCase: Sendable, Hashable {
    public let subject: EntityID
    /// Whether a cover sheet without pages after it opened the case, and only files without a cover sheet followed.
    public let isByCoverSheet: Bool
    /// When its newest file appeared in the folder, by the daemon's clock.
    public let since: Timestamp

    public init(subject: EntityID, isByCoverSheet: Bool, since: Timestamp) {
        self.subject = subject
        self.isByCoverSheet = isByCoverSheet
        self.since = since
    }
}
