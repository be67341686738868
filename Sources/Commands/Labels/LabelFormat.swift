import ArgumentParser

/// The file formats of a label.
enum LabelFormat: String, Sendable, Hashable, CaseIterable, ExpressibleByArgument {
    case png
    case pdf

    /// Creates the format from a file name.
    init(path: String) { self = path.lowercased().hasSuffix(".pdf") ? .pdf : .png }
}
