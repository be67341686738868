import FoundationEssentials
public import Localization

/// The templates in a list of directories.
///
/// A template in an earlier directory hides one of the same name in a later one.
public struct LabelTemplateLibrary: Sendable {
    private let directories: [String]
    private static let suffix = ".yaml"

    /// Creates a library.
    ///
    /// Each call reads the `directories` again, so that an edited template takes effect immediately.
    public init(directories: [String]) { self.directories = directories }

    /// Returns the sorted names of all templates, without reading them.
    ///
    /// A missing directory counts as empty.
    public func names() -> [String] {
        var names: Set<String> = []
        for directory in directories {
            let files = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
            for file in files where file.hasSuffix(Self.suffix) {
                let name = String(file.dropLast(Self.suffix.count))
                if LabelTemplate.isName(name) { names.insert(name) }
            }
        }
        return names.sorted()
    }

    /// Reads the template `name`.
    ///
    /// A broken one is an error, without a fallback to a later directory.
    ///
    /// - Throws: ``LabelTemplateLibraryError`` if there is no such template, or if it cannot be read or is refused.
    public func template(named name: String) throws(LabelTemplateLibraryError) -> LabelTemplate {
        guard LabelTemplate.isName(name) else { throw .unknownTemplate(name, known: names()) }
        for directory in directories {
            let path = directory + "/" + name + Self.suffix
            guard FileManager.default.fileExists(atPath: path) else { continue }
            guard let bytes = BoundedFile.read(path, most: TemplateDocument.mostBytes + 1) else {
                throw .unreadable(path: path)
            }
            do throws(LabelTemplateError) {
                return try check(bytes, file: name + Self.suffix)
            } catch {
                throw .refused(path: path, error)
            }
        }
        throw .unknownTemplate(name, known: names())
    }

    /// Checks the bytes of a template's `file`, which need not be in the library yet.
    ///
    /// Its images are searched in the library. A template must have the name of its file, if there is one.
    ///
    /// - Throws: ``LabelTemplateError`` for the first fault, with its line and the correction.
    public func check(_ bytes: [UInt8], file: String?) throws(LabelTemplateError) -> LabelTemplate {
        let template = try LabelTemplate(parsing: TemplateText.of(bytes), images: directories)
        guard let file, file != template.name + Self.suffix else { return template }
        throw LabelTemplateError(
            line: 1,
            reason: Message(
                "the template \(template.name, "template") is in a file \(file.prefix(80), "file"): "
                    + "its file is called \(template.name + Self.suffix, "right")"
            )
        )
    }
}

/// The reason why the library cannot provide a template.
public enum LabelTemplateLibraryError: Error, Sendable, Equatable, MessageConvertible {
    /// No directory contains it; `known` are the available names.
    case unknownTemplate(String, known: [String])
    case unreadable(path: String)
    case refused(path: String, LabelTemplateError)

    public var message: Message {
        switch self {
        case .unknownTemplate(let name, let known) where known.isEmpty:
            Message("cannot find the label template \(name.prefix(60), "template"): install templates first")
        case .unknownTemplate(let name, let known):
            Message(
                "cannot find the label template \(name.prefix(60), "template"): "
                    + "known are \(known.joined(separator: ", "), "templates")"
            )
        case .unreadable(let path):
            Message("cannot read \(path, "path"): check that it is a file and its permissions")
        case .refused(let path, let error): Message("cannot use \(path, "path"), \(error, "reason")")
        }
    }
}
