/// The name of a drop folder: its path as given in the configuration.
public struct DropFolderName: Sendable, Hashable, CustomStringConvertible {
    public let path: String

    public init(_ path: String) { self.path = path }

    public var description: String { path }
}
