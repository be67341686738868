import ArgumentParser

/// The file formats of a label.
enum LabelFormat: String, Sendable, Hashable, CaseIterable, ExpressibleByArgument {
    case png
    case pdf

    /// What the name of a file asks for.
    init(path: String) { self = path.lowercased().hasSuffix(".pdf") ? .pdf : .png }
}
