internal import Glibc

/// Decodes external images in separate child processes, so that a hostile image can cause only an error.
///
/// Copies share their children. Waiting takes place on separate threads, never on the cooperative pool.
public struct DecoderProcess: Sendable {
    /// The absolute path of `outguide-decoder`.
    public let executable: String
    public let limits: ImageLimits
    private let timeLimits: ChildRun.TimeLimits
    private let urgency: DecoderTask.Urgency
    private let lanes: ChildLanes

    /// Creates a decoder that runs at most `concurrency` children at once, by default one per processor.
    ///
    /// As many more may run for users who have none running. `waiting` further images may wait in total,
    /// `waitingEach` per user. `timeLimit` is how long the children for one file may take in elapsed time; the
    /// processor time in ``ImageLimits`` is used up long before, unless the machine is busy. A child that uses no
    /// processor time for `stillness` is killed. `isUrgent` is false when no client waits for the result.
    public init(
        executable: String,
        limits: ImageLimits = ImageLimits(),
        timeLimit: Duration = .seconds(300),
        stillness: Duration = .seconds(30),
        concurrency: Int? = nil,
        waiting: Int = 64,
        waitingEach: Int = 64,
        isUrgent: Bool = true
    ) {
        self.executable = executable
        self.limits = limits
        timeLimits = ChildRun.TimeLimits(file: timeLimit, stillness: stillness)
        urgency = isUrgent ? .high : .low
        lanes = ChildLanes(
            count: concurrency ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)),
            waiting: waiting,
            waitingEach: waitingEach
        )
    }

    /// Decodes a JPEG, PNG, TIFF, WebP, HEIC or PDF file.
    ///
    /// `user` is the user on whose behalf the file is decoded: the images of one user delay those of another by at
    /// most one image. `onPage` is called when a page is begun, with its number and the number of pages if that is
    /// known. A page that takes too long or crashes the child has a problem in ``DecodedImage/pages``, and the other
    /// pages are still read, until there are ``ImageLimits/pagesGivenUp`` such pages. Cancelling the task kills the
    /// child and throws ``ImageDecodingError/cancelled``.
    public func decode(
        _ image: [UInt8],
        options: DecodingOptions = DecodingOptions(),
        for user: String = "",
        onPage: @escaping @Sendable (_ page: Int, _ count: Int?) -> Void = { _, _ in }
    ) async throws(ImageDecodingError) -> DecodedImage {
        var task = DecoderTask(limits: limits, options: options)
        task.urgency = urgency
        return try await run(task, image, for: user, onPage: onPage, { $0.decode(image) })
    }

    /// The text of one page of such a file, counted from 1: the text recognised by Tesseract, and the file's own
    /// text.
    ///
    /// The child has the lowest priority. Languages without a table in `directory`, by default Tesseract's built-in
    /// directory, are left out, as shown by ``PageText/languages``; when no language has a table,
    /// ``ImageDecodingError/noTextRecognition(package:)`` is thrown. Without languages, only the file's own text is
    /// returned.
    public func text(
        of image: [UInt8],
        page: Int,
        languages: [TextLanguage],
        tables directory: String? = nil,
        dotsPerInch: Int = 300
    ) async throws(ImageDecodingError) -> PageText {
        let text = TextTask(page: page, languages: languages, directory: directory)
        var task = DecoderTask(limits: limits, text: text)
        task.options.dotsPerInch = dotsPerInch
        task.urgency = .lowest
        return try await run(task, image, for: "", onPage: { _, _ in }, { $0.read(image) })
    }

    private func run<Answer: Sendable>(
        _ task: DecoderTask,
        _ image: [UInt8],
        for user: String,
        onPage: @escaping ChildRun.OnPage,
        _ work: @escaping @Sendable (ChildRun) -> Result<Answer, ImageDecodingError>
    ) async throws(ImageDecodingError) -> Answer {
        guard !image.isEmpty else { throw .empty }
        guard image.count <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
        let run = ChildRun(executable: executable, task: task, timeLimits: timeLimits, onPage: onPage)
        let lanes = lanes
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let taken = lanes.enter(for: user) { continuation.resume(returning: work(run)) }
                if !taken { continuation.resume(returning: .failure(.busy(waiting: lanes.waitingLimit))) }
            }
        } onCancel: {
            run.cancel()
        }
        return try result.get()
    }
}
