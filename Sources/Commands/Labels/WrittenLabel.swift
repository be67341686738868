import ArgumentParser
import Terminal

/// A label that was written to a file.
struct WrittenLabel: Presentable, Encodable {
    let path: String
    /// `png` or `pdf`.
    let format: String
    let bytes: Int

    var lines: [StyledText] { [StyledText("wrote \(path) (\(format), \(bytes) bytes)")] }
    var identifiers: [String] { [path] }
}

/// The file formats of a label.
enum LabelFormat: String, Sendable, Hashable, CaseIterable, ExpressibleByArgument {
    case png
    case pdf

    /// Creates the format from a file name.
    init(path: String) { self = path.lowercased().hasSuffix(".pdf") ? .pdf : .png }
}
