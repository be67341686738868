/// The reason why the library cannot provide a template.
public enum LabelTemplateLibraryError: Error, Sendable, Equatable, CustomStringConvertible {
    /// No directory contains it; `known` are the available names.
    case unknownTemplate(String, known: [String])
    case unreadable(path: String)
    case refused(path: String, LabelTemplateError)

    public var description: String {
        switch self {
        case .unknownTemplate(let name, let known):
            "cannot find the label template \(name.prefix(60)): "
                + (known.isEmpty ? "install templates first" : "known are \(known.joined(separator: ", "))")
        case .unreadable(let path): "cannot read \(path): check that it is a file and its permissions"
        case .refused(let path, let error): "cannot use \(path), \(error)"
        }
    }
}
