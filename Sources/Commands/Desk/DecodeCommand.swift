import ArgumentParser
import DaemonClient
import Wire

struct DecodeCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: "Read the barcodes in images.",
        discussion: """
            Prints a line for each code: the file, the symbology, the text. With --json a line for each file: \
            {"path", "width", "height", "codes", "ms", "error"}, each code with its polygon in pixels. With --quiet \
            the texts alone. A file that cannot be decoded is reported, and the others go on. An image without a \
            code is no error.

            Example:
              outguide decode shelf-*.jpg
            """
    )

    @Argument(
        help: ArgumentHelp("PNG or JPEG files; - for standard input.", valueName: "file"),
        completion: .file()
    )
    var files: [String]

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        var failures: Set<ExitCodes> = []
        for file in files {
            let start = ContinuousClock.now
            var response: DecodeResponse?
            var failure: CommandFailure?
            do {
                let image = try await FileBytes.all(path: file, limit: API.longestImage)
                response = try await daemon.decode(image: image)
            } catch let error as StreamError {
                failure = CommandFailure(.inputOutput, error.description)
            } catch let error as DaemonClientError {
                switch error {
                case .unreachable, .notPermitted, .pathTooLong, .cancelled: throw error
                default: failure = CommandFailure(error)
                }
            }
            let time = (ContinuousClock.now - start) / .milliseconds(1)
            if let failure {
                failures.insert(failure.code)
                await Output.complain("\(file): \(failure.description)")
            } else if response?.codes.isEmpty == true {
                await output.remark("\(file): no code found")
            }
            let decoded = DecodedFile(
                path: file,
                response: response,
                milliseconds: (time * 1_000).rounded() / 1_000,
                error: failure?.description
            )
            try await output.showNext(decoded)
        }
        guard failures.isEmpty else { throw CommandFailure(failures.count == 1 ? failures.first ?? .bug : .refused) }
    }
}
