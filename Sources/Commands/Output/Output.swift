import FoundationEssentials
import Wire

/// The one renderer: shows answers in the chosen format, and keeps people's terminals safe.
@MainActor struct Output {
    let format: OutputFormat
    private let isColoured: Bool

    init(format: OutputFormat) {
        self.format = format
        self.isColoured = Self.isColoured(
            isTerminal: ByteSink.standardOutput.isTerminal,
            environment: GlobalOptions.environment
        )
    }

    /// Shows one answer.
    func show(_ answer: some Presentable) throws {
        switch format {
        case .people: try show(answer.lines)
        case .json: try write(Array(try WireCoding.encodePretty(answer.document)) + [UInt8(ascii: "\n")])
        case .quiet: try show(answer.identifiers.map { StyledText($0) })
        }
    }

    /// Shows one of a stream of answers; as JSON it is one line.
    func showNext(_ answer: some Presentable) throws {
        switch format {
        case .people, .quiet: try show(answer)
        case .json: try write(Array(try WireCoding.encode(answer.document)) + [UInt8(ascii: "\n")])
        }
    }

    /// Shows lines for people.
    func show(_ lines: [StyledText]) throws(StreamError) {
        var text = ""
        for line in lines { text += line.harmless.rendered(coloured: isColoured) + "\n" }
        try write(Array(text.utf8))
    }

    /// Writes bytes as they are.
    func write(_ bytes: [UInt8]) throws(StreamError) {
        try ByteSink.standardOutput.write(bytes)
    }

    /// Writes text as it is, but not what could steer a terminal to a terminal.
    func write(text: [UInt8]) throws(StreamError) {
        guard ByteSink.standardOutput.isTerminal else { return try write(text) }
        var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        try show(lines.map { StyledText(String(decoding: $0, as: UTF8.self)) })
    }

    /// Says something to people that is not data.
    func remark(_ text: String) {
        guard format == .people else { return }
        Self.say(text)
    }

    /// Shows lines to people that are not data.
    func remark(_ lines: [StyledText]) {
        guard format == .people else { return }
        let isColoured = Self.isColoured(
            isTerminal: ByteSink.standardError.isTerminal,
            environment: GlobalOptions.environment
        )
        for line in lines { Self.say(line.harmless.rendered(coloured: isColoured), isHarmless: true) }
    }

    /// Says what the output lacks, to scripts that read identifiers, too; in JSON it stands already.
    func caution(_ text: String) {
        switch format {
        case .people: Self.say(text)
        case .quiet: complain(text)
        case .json: break
        }
    }

    /// Reports a failure or a warning on standard error, whatever is shown on standard output.
    func complain(_ text: String) { Self.complain(text, format) }

    /// Reports what a failed command did not do; nothing when its output says so already.
    static func report(_ failure: CommandFailure, _ format: OutputFormat) {
        guard !failure.description.isEmpty else { return }
        guard format == .json else { return complain(failure.description, format) }
        say(document: failure.document)
    }

    /// One line of JSON in a program's format, else a line of text.
    private static func complain(_ text: String, _ format: OutputFormat) {
        guard format != .json else { return say(document: ["detail": text, "kind": "warning"]) }
        let line = StyledText("outguide: ", .strong) + StyledText(text)
        let isColoured = isColoured(
            isTerminal: ByteSink.standardError.isTerminal,
            environment: GlobalOptions.environment
        )
        say(line.harmless.rendered(coloured: isColoured), isHarmless: true)
    }

    private static func say(document: some Encodable) {
        guard let bytes = try? WireCoding.encode(document) else { return }
        // JSON escapes what could steer a terminal, but for the characters that turn the direction of writing.
        say(String(decoding: bytes, as: UTF8.self))
    }

    /// Whether a stream gets colours: a terminal that can show them, and a user who did not say no (no-color.org).
    nonisolated static func isColoured(isTerminal: Bool, environment: (String) -> String?) -> Bool {
        isTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    }

    private static func say(_ text: String, isHarmless: Bool = false) {
        let line = (isHarmless ? text : HarmlessText.of(text)) + "\n"
        // There is nobody else to tell when standard error is closed.
        try? ByteSink.standardError.write(Array(line.utf8))
    }
}
