internal import CChildProcess
internal import CImageLoading
internal import FoundationEssentials
internal import Glibc

/// The whole life of `outguide-decoder`: limit itself, read one image, lock itself in, decode, answer, end.
public enum DecoderChild {
    /// Reads an image from standard input and writes one JSON answer to standard output.
    ///
    /// `arguments` are the program's own name and, if there is a second, limits and options as JSON. Answers the exit
    /// code: 0 when the image was read, 1 when it was refused, 64 for bad limits, 70 when limits cannot be set,
    /// 74 when the answer cannot be written.
    public static func run(arguments: [String]) -> Int32 {
        guard let task = arguments.count > 1 ? DecoderTask(argument: arguments[1]) : DecoderTask() else {
            return finish(.failure(.cannotStart("its limits cannot be understood")), ImageLimits(), code: 64)
        }
        let limits = task.limits
        do throws(ImageDecodingError) {
            try ChildConfinement.apply(limits)
        } catch {
            return finish(.failure(error), limits, code: 70)
        }
        do throws(ImageDecodingError) {
            let image = try readInput(upTo: limits.bytes)
            return finish(.success(try answer(to: task, image)), limits, code: 0)
        } catch {
            return finish(.failure(error), limits, code: 1)
        }
    }

    private static func answer(
        to task: DecoderTask,
        _ image: [UInt8]
    ) throws(ImageDecodingError) -> DecoderAnswer {
        try image.span.withUnsafeBytes { file throws(ImageDecodingError) in
            // What opens files comes first: the library of the format, the tables of languages, and those of character
            // sets, which stay loaded as long as one conversion is open.
            let format = try ImageFormat(of: file)
            try ImageLoader.prepare(for: format)
            if format == .pdf { pdf_fonts_keep(child_process_keep) }
            if let text = task.text {
                // Nobody waits for it.
                _ = child_process_yield(19)
                let reader = TextReader(task: text, limits: task.limits, dotsPerInch: task.options.dotsPerInch)
                let found = try reader.text(of: file) { () throws(ImageDecodingError) in
                    try ChildConfinement.lock(allowsThreads: format.needsThreads)
                }
                return DecoderAnswer(text: found)
            }
            let text = CodeText(characterSet: task.options.characterSet)
            let tables = ["ISO8859-1", "SJIS"].map { CharacterSetConverter(from: $0) }
            defer { withExtendedLifetime(tables) {} }
            try ChildConfinement.lock(allowsThreads: format.needsThreads)
            let decoder = ImageDecoder(limits: task.limits, options: task.options)
            return DecoderAnswer(image: try decoder.decode(file, text: text))
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

    private static func finish(
        _ result: Result<DecoderAnswer, ImageDecodingError>,
        _ limits: ImageLimits,
        code: Int32
    ) -> Int32 {
        var rest = DecoderAnswer.bytes(of: result, limit: limits.answerBytes)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return 74 }
            rest = rest.dropFirst(count)
        }
        return code
    }
}
