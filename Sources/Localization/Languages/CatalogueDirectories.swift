import Glibc

/// Directories with message catalogues, laid out as those of gettext: `de/LC_MESSAGES/outguide.mo`.
public struct CatalogueDirectories: Sendable {
    /// The variable that names further directories, separated by colons.
    public static let variable = "OUTGUIDE_LOCALE_DIRS"

    /// The directories that the environment names, the one of the site, and the one of the package, in this order.
    ///
    /// - Parameter list: the value of ``variable``; nil if it is not set.
    public static func standard(preceding list: String?) -> CatalogueDirectories {
        let further = list.map { $0.split(separator: ":").map(String.init) } ?? []
        return CatalogueDirectories(further + ["/etc/outguide/locale", "/usr/share/locale"])
    }

    /// The maximum number of languages in a directory.
    private static let mostLanguages = 500

    private let paths: [String]
    private let domain: String

    /// - Parameters:
    ///   - paths: the directories; a language in an earlier one precedes the same language in a later one.
    ///   - domain: the name of the files without `.mo`.
    public init(_ paths: [String], domain: String = "outguide") {
        self.paths = paths
        self.domain = domain
    }

    /// Reads every catalogue.
    ///
    /// A catalogue that cannot be used is reported, and the one in the next directory takes its place.
    public func languages() -> Languages { languages { _ in true } }

    /// Reads the catalogues that suit the reader, which is enough for one reader.
    public func languages(for preferences: LanguagePreferences) -> Languages {
        let wanted = Set(preferences.tags.flatMap(\.fallbacks))
        return wanted.isEmpty ? .english : languages(where: wanted.contains)
    }

    private func languages(where isWanted: (LanguageTag) -> Bool) -> Languages {
        var (catalogues, faults): ([LanguageTag: Catalogue], [CatalogueError]) = ([:], [])
        for path in paths {
            for name in Self.names(in: path) {
                guard let tag = LanguageTag(posix: name), isWanted(tag), catalogues[tag] == nil else { continue }
                do {
                    catalogues[tag] = try Self.catalogue("\(path)/\(name)/LC_MESSAGES/\(domain).mo")
                } catch {
                    faults.append(error)
                }
            }
        }
        return Languages(catalogues: catalogues, faults: faults)
    }

    /// Returns the names in a directory, in order; none if it cannot be read.
    private static func names(in path: String) -> [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while names.count < mostLanguages, let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    /// Reads a catalogue; returns nil if there is no such file.
    private static func catalogue(_ file: String) throws(CatalogueError) -> Catalogue? {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            guard errno == ENOENT || errno == ENOTDIR else { throw CatalogueError(file: file, .unreadable(errno)) }
            return nil
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw CatalogueError(file: file, .unreadable(errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw CatalogueError(file: file, .notAFile) }
        guard status.st_size <= Catalogue.largest else { throw CatalogueError(file: file, .tooLarge) }
        return try Catalogue(mo: try bytes(of: descriptor, file, size: Int(status.st_size)), file: file)
    }

    /// Reads at most one byte more than the maximum, in case the file grows meanwhile.
    private static func bytes(of descriptor: Int32, _ file: String, size: Int) throws(CatalogueError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: min(max(size + 1, 4_096), 262_144))
        while bytes.count <= Catalogue.largest {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw CatalogueError(file: file, .unreadable(errno)) }
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return bytes
    }
}
