/// A file that a command has just written.
struct WrittenFile: Presentable, Encodable {
    let path: String
    let bytes: Int

    var lines: [StyledText] { [StyledText("wrote \(path) (\(bytes) bytes)")] }
    var identifiers: [String] { [path] }
}
