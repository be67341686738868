/// The reason why a template is refused, with its line.
public struct LabelTemplateError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The line in the template's text, from 1.
    public let line: Int
    /// The error and its correction.
    public let reason: String

    public init(line: Int, reason: String) {
        self.line = line
        self.reason = reason
    }

    public var description: String { "line \(line): \(reason)" }
}
