internal import CChildProcess
internal import CImageLoading
internal import FoundationEssentials
internal import Glibc
internal import ImageDecoding

/// The complete life of `outguide-decoder`: set limits, read one image, lock down, decode page by page, exit.
public enum DecoderChild {
    /// Reads an image from standard input, and writes lines of JSON to standard output as it proceeds.
    ///
    /// `arguments` are the program's name and optionally limits and options as JSON. Returns the exit code: 0 when
    /// the image was read, 1 when it was refused, 64 for invalid limits, 70 when limits cannot be set, 74 when the
    /// output cannot be written.
    public static func run(arguments: [String]) -> Int32 {
        guard let task = arguments.count > 1 ? DecoderTask(argument: arguments[1]) : DecoderTask() else {
            return fail(.cannotStart("its limits cannot be understood"), code: 64)
        }
        child_process_yield(task.urgency.niceness)
        do throws(ImageDecodingError) {
            try ChildConfinement.apply(task.limits)
        } catch {
            return fail(error, code: 70)
        }
        var output = DecoderOutput(limit: task.limits.answerBytes)
        do throws(ImageDecodingError) {
            let image = try readInput(upTo: task.limits.bytes)
            try work(on: image, task, &output)
            return output.isBroken ? 74 : 0
        } catch {
            return output.isBroken ? 74 : fail(error, code: 1)
        }
    }

    private static func work(
        on image: [UInt8],
        _ task: DecoderTask,
        _ output: inout DecoderOutput
    ) throws(ImageDecodingError) {
        try image.span.withUnsafeBytes { file throws(ImageDecodingError) in
            // Load everything that opens files first: the library of the format, fonts, language tables, and the
            // tables of character sets, which stay loaded while a conversion is open.
            let format = try ImageFormat(of: file)
            try ImageLoader.prepare(for: format)
            if format == .pdf { pdf_fonts_keep(child_process_keep) }
            if let text = task.text {
                let reader = TextReader(task: text, limits: task.limits, dotsPerInch: task.options.dotsPerInch)
                try reader.read(file) { () throws(ImageDecodingError) in
                    try ChildConfinement.lock(allowsThreads: format.needsThreads)
                } report: { message throws(ImageDecodingError) in
                    try output.write(message)
                }
                return
            }
            let text = CodeText(characterSet: task.options.characterSet)
            let tables = ["ISO8859-1", "SJIS"].map { CharacterSetConverter(from: $0) }
            defer { withExtendedLifetime(tables) {} }
            try ChildConfinement.lock(allowsThreads: format.needsThreads)
            let decoder = ImageDecoder(limits: task.limits, options: task.options)
            let isComplete = try decoder.decode(
                file,
                text: text,
                from: task.firstPage,
                carefulPage: task.carefulPage
            ) { progress throws(ImageDecodingError) in
                try output.write(.progress(progress))
            }
            try output.write(.end(isComplete: isComplete))
        }
    }

    private static func readInput(upTo limit: Int) throws(ImageDecodingError) -> [UInt8] {
        var image: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(STDIN_FILENO, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .cannotStart("it cannot read its input (errno \(errno))") }
            guard count > 0 else { return image }
            guard image.count + count <= limit else { throw .tooManyBytes(limit: limit) }
            image += chunk[..<count]
        }
    }

    private static func fail(_ error: ImageDecodingError, code: Int32) -> Int32 {
        var output = DecoderOutput(limit: .max)
        try? output.write(.failed(error))
        return output.isBroken ? 74 : code
    }
}

/// The standard output of a child process, limited in length.
private struct DecoderOutput {
    private let limit: Int
    private var written = 0
    /// Whether the reader has closed its end.
    private(set) var isBroken = false

    init(limit: Int) { self.limit = limit }

    mutating func write(_ message: DecoderMessage) throws(ImageDecodingError) {
        let line = message.line
        if case .progress(.done(_, let codes, _, _)) = message, !codes.isEmpty {
            // Other progress messages do not count against the limit, which applies to the codes found.
            written += line.count
            guard written <= limit else { throw .answerTooLong(limit: limit) }
        }
        var rest = line[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                isBroken = true
                throw .cancelled
            }
            rest = rest.dropFirst(count)
        }
    }
}
