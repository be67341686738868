/// Which drop folder a file came from: its path, as the configuration gives it.
public struct DropFolderName: Sendable, Hashable, CustomStringConvertible {
    public let path: String

    public init(_ path: String) { self.path = path }

    public var description: String { path }
}
