internal import Glibc

/// Decodes images from outside, each in a child process of its own, so that a hostile one costs an error and no more.
///
/// Copies share their children. The wait happens on threads of their own, never on the cooperative pool.
public struct DecoderProcess: Sendable {
    /// The absolute path of `outguide-decoder`.
    public let executable: String
    public let limits: ImageLimits
    /// How long a child may live, counted from its start.
    public let timeLimit: Duration
    private let lanes: ChildLanes

    /// At most `concurrency` children run at once, by default one a processor; `waiting` more images may wait.
    public init(
        executable: String,
        limits: ImageLimits = ImageLimits(),
        timeLimit: Duration = .seconds(10),
        concurrency: Int? = nil,
        waiting: Int = 64
    ) {
        self.executable = executable
        self.limits = limits
        self.timeLimit = timeLimit
        lanes = ChildLanes(count: concurrency ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)), waiting: waiting)
    }

    /// Decodes a JPEG, PNG, TIFF, WebP, HEIC or PDF file.
    ///
    /// Cancelling the task kills the child and throws ``ImageDecodingError/cancelled``.
    public func decode(
        _ image: [UInt8],
        options: DecodingOptions = DecodingOptions()
    ) async throws(ImageDecodingError) -> DecodedImage {
        let answer = try await answer(to: DecoderTask(limits: limits, options: options), image)
        guard let image = answer.image else { throw .brokenAnswer("it names neither codes nor an error") }
        return image
    }

    /// The text on one page of such a file, counted from 1, as Tesseract recognises it.
    ///
    /// The child that reads it lets everybody else go first. A language that is not installed throws
    /// ``ImageDecodingError/noTextRecognition(package:)``.
    public func text(
        of image: [UInt8],
        page: Int,
        languages: [TextLanguage],
        dotsPerInch: Int = 300
    ) async throws(ImageDecodingError) -> String {
        var task = DecoderTask(limits: limits, text: TextTask(page: page, languages: languages))
        task.options.dotsPerInch = dotsPerInch
        guard let text = try await answer(to: task, image).text else {
            throw .brokenAnswer("it names neither a text nor an error")
        }
        return text
    }

    private func answer(
        to task: DecoderTask,
        _ image: [UInt8]
    ) async throws(ImageDecodingError) -> DecoderAnswer {
        guard !image.isEmpty else { throw .empty }
        guard image.count <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
        let run = ChildRun(executable: executable, task: task, timeLimit: timeLimit)
        let lanes = lanes
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let taken = lanes.enter { continuation.resume(returning: run.decode(image)) }
                if !taken { continuation.resume(returning: .failure(.busy(waiting: lanes.waitingLimit))) }
            }
        } onCancel: {
            run.cancel()
        }
        return try result.get()
    }
}
