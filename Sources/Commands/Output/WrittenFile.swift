/// A file that a command just wrote.
struct WrittenFile: Presentable, Encodable {
    let path: String
    let bytes: Int

    var lines: [StyledText] { [StyledText("wrote \(path) (\(bytes) bytes)")] }
    var identifiers: [String] { [path] }
}
