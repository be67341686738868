/// One file that somebody put into a drop folder: the act, not the bytes.
///
/// The same bytes dropped twice are two acts. The same file found again after a crash is one.
public struct DroppedFile: Sendable, Hashable {
    public let folder: DropFolderName
    /// 32 bytes that differ for every other file, and for this file once somebody writes into it.
    public let identity: [UInt8]

    public init(folder: DropFolderName, identity: [UInt8]) {
        self.folder = folder
        self.identity = identity
    }
}
