/// A label that was written to a file.
struct WrittenLabel: Presentable, Encodable {
    let path: String
    /// `png` or `pdf`.
    let format: String
    let bytes: Int

    var lines: [StyledText] { [StyledText("wrote \(path) (\(format), \(bytes) bytes)")] }
    var identifiers: [String] { [path] }
}
