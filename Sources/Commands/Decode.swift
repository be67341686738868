import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import Terminal
import Wire

struct DecodeCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Decoding.decode.outline] }
    static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: Message("Read the barcodes in images."),
        discussion: Message(
            """
            Reads PNG, JPEG, TIFF, WebP, HEIC and PDF, page by page. Prints a line for each code: file, symbology, \
            text. With --json, prints a line for each file: {{"path", "width", "height", "codes", "pages", "complete", \
            "ms", "load_ms", "error"}}; each code has its page and its polygon in pixels, and the times are processor \
            time of decoding and loading. With --quiet, prints the texts only. A file that cannot be decoded is \
            reported, and the others are still read. An image without a code is not an error.

            Decoding stops at the first certain code or, where several stand together, when another pass adds none. \
            --thorough tries every view of the image, which takes ten times as long.

            Example:
              outguide decode shelf-*.jpg
            """
        )
    )

    @Argument(
        help: ArgumentHelp(Message("Image files; - for standard input."), valueName: Message("file", context: "value")),
        completion: .file()
    )
    var files: [String]

    @Flag(help: ArgumentHelp(Message("Try every view, for codes that are hard to read."))) var thorough = false

    @Option(
        help: ArgumentHelp(
            Message("Look for this symbology only, such as code128 or qr; may be repeated."),
            valueName: Message("name", context: "value")
        )
    )
    var symbology: [String] = []

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        var failures: Set<ExitCodes> = []
        for file in files {
            var response: DecodeResponse?
            var failure: CommandFailure?
            do {
                let image = try await FileBytes.all(path: file, limit: API.longestImage)
                response = try await daemon.decode(
                    image: image,
                    mode: thorough ? "thorough" : nil,
                    symbologies: symbology
                )
            } catch let error as StreamError {
                failure = CommandFailure(.inputOutput, error.message)
            } catch let error as DaemonClientError {
                switch error {
                case .unreachable, .notPermitted, .pathTooLong, .cancelled: throw error
                default: failure = CommandFailure(error)
                }
            }
            if let failure {
                failures.insert(failure.code)
                let reason = failure.message ?? Message(verbatim: "")
                await output.complain(Message("\(file, "file"): \(reason, "reason")"))
            } else if response?.codes.isEmpty == true {
                await output.remark(Message("\(file, "file"): no code found"))
            }
            if let response { await report(response, of: file, output) }
            try await output.showNext(DecodedFile(path: file, response: response, error: failure?.description))
        }
        guard failures.isEmpty else { throw CommandFailure(failures.count == 1 ? failures.first ?? .bug : .refused) }
    }

    /// Reports pages that could not be decoded, and an exceeded time limit.
    private func report(_ response: DecodeResponse, of file: String, _ output: Output) async {
        for page in response.pages {
            guard let problem = page.problem else { continue }
            await output.complain(
                Message("\(file, "file") page \(page.number, "page"): \(problem, "reason")")
            )
        }
        if !response.isComplete, response.pages.allSatisfy({ $0.problem == nil }) {
            await output.complain(
                Message("\(file, "file"): cannot look at all of it in the time allowed, cut it into parts")
            )
        }
    }
}

/// The codes in one image file, or the reason why it cannot be decoded.
struct DecodedFile: Presentable, Encodable {
    let path: String
    /// The response; nil if the file cannot be decoded.
    let response: DecodeResponse?
    let error: String?

    var lines: [StyledText] {
        (response?.codes ?? []).map {
            let isSeveral = (response?.pages.count ?? 1) > 1
            let place = isSeveral ? Message("\(path, "file") page \($0.page, "page")") : Message(verbatim: path)
            return place.styled(.faint) + "  " + StyledText("\($0.symbology)  ") + StyledText($0.text)
        }
    }

    var identifiers: [String] { (response?.codes ?? []).map(\.text) }

    private enum CodingKeys: String, CodingKey {
        case path
        case width
        case height
        case codes
        case pages
        case isComplete = "complete"
        case milliseconds = "ms"
        case loadingMilliseconds = "load_ms"
        case error
    }

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(path, forKey: .path)
        try container.encode(response?.width, forKey: .width)
        try container.encode(response?.height, forKey: .height)
        try container.encode((response?.codes ?? []).map(DecodedFileCode.init), forKey: .codes)
        try container.encode(response?.pages ?? [], forKey: .pages)
        try container.encode(response?.isComplete ?? false, forKey: .isComplete)
        try container.encode(response?.milliseconds, forKey: .milliseconds)
        try container.encode(response?.loadingMilliseconds, forKey: .loadingMilliseconds)
        try container.encode(error, forKey: .error)
    }
}

/// A code in an image file: the daemon's members, and `type` and `data` as in zbarimg.
struct DecodedFileCode: Sendable, Hashable, Encodable {
    let code: CodeResource

    private enum CodingKeys: String, CodingKey {
        case type
        case data
    }

    func encode(to encoder: any Encoder) throws {
        try code.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code.symbology, forKey: .type)
        try container.encode(code.text, forKey: .data)
    }
}
