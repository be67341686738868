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
