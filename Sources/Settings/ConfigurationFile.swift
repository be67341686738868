import Glibc
package import Localization
import Yams

/// Reads YAML files of settings.
///
/// An unknown name, a wrong type or an invalid value is an error with its line.
package struct ConfigurationFile {
    /// Maximum size of a configuration file in bytes.
    static let longest = 256 * 1_024

    private let path: String

    package init(path: String) { self.path = path }

    /// Returns `base` with the settings of the file applied.
    ///
    /// - Throws: ``ConfigurationError`` if the file cannot be read, or for its first wrong line.
    package func applied(to base: Configuration) throws(ConfigurationError) -> Configuration {
        var configuration = base
        try root()?.read(Configuration.settings, into: &configuration) {
            Message("there is no setting \($0, "setting")")
        }
        return configuration
    }

    /// The scanners of a file with no other settings; an empty file has none.
    ///
    /// - Throws: ``ConfigurationError`` if the file cannot be read, or for its first wrong line.
    package func scanners() throws(ConfigurationError) -> [ScannerConfiguration] {
        var scanners: [ScannerConfiguration] = []
        for (key, value) in try root()?.members() ?? [] {
            guard key.name == "scanners" else {
                throw key.wrong(Message("there is no setting \(key.name, "setting") here"))
            }
            scanners = try value.list().map(ScannerConfiguration.init(reading:))
        }
        return scanners
    }

    /// The root of the file; nil when the file is empty.
    private func root() throws(ConfigurationError) -> SettingValue? {
        let text = String(decoding: try bytes(), as: UTF8.self)
        // Aliases can make a short file expand without limit; a configuration does not need them.
        do {
            let parser = try Parser(yaml: text, resolver: .default, encoding: .utf8)
            let root = try parser.singleRoot()
            // Nodes refer weakly to their anchors, which the parser owns.
            try withExtendedLifetime(parser) { if let root { try refuseAnchors(in: root) } }
            return root.map { SettingValue($0, named: "", in: path) }
        } catch let error as ConfigurationError {
            throw error
        } catch let error as YamlError {
            let (line, reason) = Self.place(of: error)
            throw .wrong(path: path, line: line, reason: reason)
        } catch {
            throw .wrong(path: path, line: 1, reason: error.asMessage)
        }
    }

    /// The content of the file, which may be endless.
    private func bytes() throws(ConfigurationError) -> [UInt8] {
        // Opening a pipe that has no writer must not block a reload or the daemon's exit.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: reasonOfLastError) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFIFO else {
            throw .unreadable(path: path, reason: Message("it is a pipe; put a file in its place"))
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= Self.longest {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw .unreadable(path: path, reason: errno == EISDIR ? Message("it is not a file") : reasonOfLastError)
            }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
        throw .unreadable(path: path, reason: Message("it has more than \(Self.longest, "limit") bytes"))
    }

    /// An anchor precedes its aliases, so the walk stops at the first anchor.
    private func refuseAnchors(in node: Node) throws(ConfigurationError) {
        guard node.anchor == nil else {
            throw .wrong(
                path: path,
                line: node.mark?.line ?? 1,
                reason: Message("anchors and aliases mean nothing here")
            )
        }
        switch node {
        case .sequence(let sequence): for element in sequence { try refuseAnchors(in: element) }
        case .mapping(let mapping):
            for (key, value) in mapping {
                try refuseAnchors(in: key)
                try refuseAnchors(in: value)
            }
        case .scalar, .alias: break
        }
    }

    private var reasonOfLastError: Message { .system(errno) }

    private static func place(of error: YamlError) -> (line: Int, reason: Message) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (mark.line, Message(verbatim: problem))
        case .duplicatedKeysInMapping(let keys, let context):
            (context.mark.line, Message("\(keys.joined(separator: ", "), "setting") is there twice"))
        default: (1, Message("it is not YAML"))
        }
    }
}

/// Why the configuration cannot be used.
package enum ConfigurationError: Error, Sendable, Equatable, MessageConvertible {
    /// The file cannot be read.
    case unreadable(path: String, reason: Message)
    /// The file has an error on this line.
    case wrong(path: String, line: Int, reason: Message)
    /// A command-line flag or an environment variable has an invalid value.
    case wrongSetting(name: Message, reason: Message)

    package var message: Message {
        switch self {
        case .unreadable(let path, let reason):
            Message("cannot read the configuration \(path, "file"): \(reason, "reason")")
        case .wrong(let path, let line, let reason):
            Message(
                "cannot use the configuration \(path, "file"), line \(.number(Int64(line)), "line"): "
                    + "\(reason, "reason")"
            )
        case .wrongSetting(let name, let reason): Message("cannot use \(name, "setting"): \(reason, "reason")")
        }
    }
}
