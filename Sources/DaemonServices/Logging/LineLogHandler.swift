package import Logging

/// Writes each event to standard error as exactly one line.
package struct LineLogHandler: LogHandler {
    private var lines: StreamLogHandler

    package init(label: String, logLevel: Logger.Level) {
        lines = StreamLogHandler.standardError(label: label)
        lines.logLevel = logLevel
    }

    init(_ lines: StreamLogHandler) { self.lines = lines }

    package var logLevel: Logger.Level {
        get { lines.logLevel }
        set { lines.logLevel = newValue }
    }

    package var metadata: Logger.Metadata {
        get { lines.metadata }
        set { lines.metadata = newValue.mapValues(Self.harmless) }
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { lines[metadataKey: key] }
        set { lines[metadataKey: key] = newValue.map(Self.harmless) }
    }

    package func log(event: LogEvent) {
        var event = event
        event.message = "\(LoggedText.of("\(event.message)"))"
        event.metadata = event.metadata?.mapValues(Self.harmless)
        lines.log(event: event)
    }

    private static func harmless(_ value: Logger.Metadata.Value) -> Logger.Metadata.Value {
        .string(LoggedText.of("\(value)"))
    }
}
