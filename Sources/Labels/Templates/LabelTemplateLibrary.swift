import FoundationEssentials

/// The templates in some directories; the same name in an earlier directory hides the later one.
public struct LabelTemplateLibrary: Sendable {
    private let directories: [String]
    private static let suffix = ".yaml"

    /// Looks into `directories` anew at each call, so that an edited template counts at once.
    public init(directories: [String]) { self.directories = directories }

    /// Names of all templates, sorted, without reading them; a directory that is not there holds none.
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

    /// Reads the template `name`; a broken one is an error and never falls back to a later directory.
    public func template(named name: String) throws(LabelTemplateLibraryError) -> LabelTemplate {
        guard LabelTemplate.isName(name) else { throw .unknownTemplate(name, known: names()) }
        for directory in directories {
            let path = directory + "/" + name + Self.suffix
            guard FileManager.default.fileExists(atPath: path) else { continue }
            let text = try Self.text(at: path)
            let template: LabelTemplate
            do throws(LabelTemplateError) {
                template = try LabelTemplate(parsing: text, images: directories)
            } catch {
                throw .refused(path: path, error)
            }
            guard template.name == name else {
                throw .refused(path: path, LabelTemplateError(line: 1, reason: "the name is not that of the file"))
            }
            return template
        }
        throw .unknownTemplate(name, known: names())
    }

    /// Checks the text of a template that lies nowhere yet; its pictures are looked for beside the others.
    public func check(_ text: String) throws(LabelTemplateError) -> LabelTemplate {
        try LabelTemplate(parsing: text, images: directories)
    }

    private static func text(at path: String) throws(LabelTemplateLibraryError) -> String {
        guard let bytes = BoundedFile.read(path, most: TemplateDocument.mostBytes + 1) else {
            throw .unreadable(path: path)
        }
        guard bytes.count <= TemplateDocument.mostBytes, let text = String(validating: bytes, as: UTF8.self) else {
            throw .refused(path: path, LabelTemplateError(line: 1, reason: "not UTF-8 text of at most 64 KiB"))
        }
        return text
    }
}
