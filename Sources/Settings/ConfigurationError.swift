/// Why the configuration cannot be used.
package enum ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file cannot be read.
    case unreadable(path: String, reason: String)
    /// The file has an error on this line.
    case wrong(path: String, line: Int, reason: String)
    /// A command-line flag or an environment variable has an invalid value.
    case wrongSetting(name: String, reason: String)

    package var description: String {
        switch self {
        case .unreadable(let path, let reason): "cannot read the configuration \(path): \(reason)"
        case .wrong(let path, let line, let reason): "cannot use the configuration \(path), line \(line): \(reason)"
        case .wrongSetting(let name, let reason): "cannot use \(name): \(reason)"
        }
    }
}
