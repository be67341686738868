import FoundationEssentials
import Glibc
package import Localization
import Wire

/// Renders results in the chosen format, and protects terminals from control characters.
@MainActor package struct Output {
    package nonisolated let format: OutputFormat
    private let isColoured: Bool

    package init(format: OutputFormat) {
        self.format = format
        self.isColoured = Self.isColoured(.standardOutput)
    }

    /// Shows one result.
    ///
    /// - Throws: ``StreamError`` if the output cannot be written.
    package func show(_ answer: some Presentable) throws {
        switch format {
        case .people: try show(answer.lines)
        case .json: try write(Array(try WireCoding.encodePretty(answer.document)) + [UInt8(ascii: "\n")])
        case .quiet: try show(answer.identifiers.map { StyledText($0) })
        }
    }

    /// Shows one of a stream of results; in JSON on one line.
    ///
    /// - Throws: ``StreamError`` if the output cannot be written.
    package func showNext(_ answer: some Presentable) throws {
        switch format {
        case .people, .quiet: try show(answer)
        case .json: try write(Array(try WireCoding.encode(answer.document)) + [UInt8(ascii: "\n")])
        }
    }

    /// Shows lines for people.
    ///
    /// - Throws: ``StreamError`` if the output cannot be written.
    package func show(_ lines: [StyledText]) throws(StreamError) {
        var text = ""
        for line in lines { text += line.harmless.rendered(coloured: isColoured) + "\n" }
        try write(Array(text.utf8))
    }

    /// Writes bytes unchanged.
    ///
    /// - Throws: ``StreamError`` if the output cannot be written.
    package func write(_ bytes: [UInt8]) throws(StreamError) { try ByteSink.standardOutput.write(bytes) }

    /// Writes text unchanged, except for control characters if the output is a terminal.
    ///
    /// - Throws: ``StreamError`` if the output cannot be written.
    package func write(text: [UInt8]) throws(StreamError) {
        guard ByteSink.standardOutput.isTerminal else { return try write(text) }
        var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        try show(lines.map { StyledText(String(decoding: $0, as: UTF8.self)) })
    }

    /// Shows a message to people that is not data.
    package func remark(_ message: Message) {
        guard format == .people else { return }
        Self.say(message.shown)
    }

    /// Shows lines to people that are not data.
    package func remark(_ lines: [StyledText]) {
        guard format == .people else { return }
        let isColoured = Self.isColoured(.standardError)
        for line in lines { Self.say(line.harmless.rendered(coloured: isColoured), isHarmless: true) }
    }

    /// Reports what the output lacks, also to scripts that read identifiers.
    ///
    /// The JSON form already contains it.
    package func caution(_ message: Message) {
        switch format {
        case .people: Self.say(message.shown)
        case .quiet: complain(message)
        case .json: break
        }
    }

    /// Reports a failure or a warning on standard error, whatever the format of standard output.
    ///
    /// Programs read it in English.
    package func complain(_ message: Message) { Self.complain(message, format) }

    /// Reports why a command failed.
    ///
    /// - Parameter document: the failure as programs read it.
    package static func report(_ failure: Message, _ document: some Encodable, _ format: OutputFormat) {
        guard format == .json else { return complain(failure, format) }
        say(document: document)
    }

    /// Writes one line of JSON in the JSON format, otherwise a line of text.
    private static func complain(_ message: Message, _ format: OutputFormat) {
        guard format != .json else { return say(document: ["detail": message.english, "kind": "warning"]) }
        let line = StyledText("outguide: ", .strong) + StyledText(message)
        let isColoured = Self.isColoured(.standardError)
        say(line.harmless.rendered(coloured: isColoured), isHarmless: true)
    }

    private static func say(document: some Encodable) {
        guard let bytes = try? WireCoding.encode(document) else { return }
        // JSON escapes control characters, but not those that change the direction of writing.
        say(String(decoding: bytes, as: UTF8.self))
    }

    /// Returns the value of an environment variable; nil if it is not set.
    package nonisolated static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    private static func isColoured(_ sink: ByteSink) -> Bool {
        isColoured(isTerminal: sink.isTerminal, environment: environment)
    }

    /// Whether a stream is coloured: a capable terminal, and a user who did not disable colours (no-color.org).
    package nonisolated static func isColoured(isTerminal: Bool, environment: (String) -> String?) -> Bool {
        isTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    }

    private static func say(_ text: String, isHarmless: Bool = false) {
        let line = (isHarmless ? text : HarmlessText.of(text)) + "\n"
        // If standard error is closed, the error cannot be reported.
        try? ByteSink.standardError.write(Array(line.utf8))
    }
}

/// The format of the output.
package enum OutputFormat: Sendable, Hashable, CaseIterable {
    /// Tables and sentences for people.
    case people
    /// JSON for programs.
    case json
    /// Only identifiers.
    case quiet
}
