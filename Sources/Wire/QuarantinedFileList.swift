/// The scanned files that wait for somebody to look at them.
public struct QuarantinedFileList: Sendable, Hashable, Codable {
    public let files: [QuarantinedFileResource]

    public init(
        files: [QuarantinedFileResource]
    ) {
        self.files = files
    }
}
