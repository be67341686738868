import Glibc
package import Logging

/// Writes to the journal, with each item of metadata in its own field: `journalctl -u outguided OUTGUIDE_REASON=…`.
package struct JournalLogHandler: LogHandler {
    let label: String
    let journal: JournalSocket
    package var logLevel: Logger.Level = .info
    package var metadata: Logger.Metadata = [:]

    package init(
        label: String,
        journal: JournalSocket,
        logLevel: Logger.Level = .info,
        metadata: Logger.Metadata = [:]
    ) {
        self.label = label
        self.journal = journal
        self.logLevel = logLevel
        self.metadata = metadata
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
        // journalctl prints the message unescaped, so it is escaped here; the fields keep the original values.
        let message = LoggedText.of(all.reduce("\(event.message)") { $0 + " \($1.key)=\($1.value)" })
        var fields = [
            (name: "MESSAGE", value: message),
            (name: "PRIORITY", value: "\(Self.priority(event.level))"),
            (name: "SYSLOG_IDENTIFIER", value: "outguided"),
            (name: "OUTGUIDE_LABEL", value: label),
        ]
        fields += all.map { (name: JournalSocket.fieldName($0.key), value: "\($0.value)") }
        guard !journal.send(fields) else { return }
        // When the journal is unavailable or full, messages go to standard error.
        let line = message + "\n"
        _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    }

    /// The syslog severity of the level (RFC 5424, section 6.2.1).
    private static func priority(_ level: Logger.Level) -> Int {
        switch level {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
