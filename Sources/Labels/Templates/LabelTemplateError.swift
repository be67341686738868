/// Why a template is refused, and where in its file.
public struct LabelTemplateError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The line in the template's text, counted from 1.
    public let line: Int
    /// What is wrong there and what would be right.
    public let reason: String

    public init(line: Int, reason: String) {
        self.line = line
        self.reason = reason
    }

    public var description: String { "line \(line): \(reason)" }
}
