internal import Glibc

/// Decodes images from outside, each in a child process of its own, so that a hostile one costs an error and no more.
///
/// Copies share their children. The wait happens on threads of their own, never on the cooperative pool.
public struct DecoderProcess: Sendable {
    /// The absolute path of `outguide-decoder`.
    public let executable: String
    public let limits: ImageLimits
    private let timeLimits: ChildRun.TimeLimits
    private let urgency: DecoderTask.Urgency
    private let lanes: ChildLanes

    /// At most `concurrency` children run at once, by default one a processor, and as many more for users who have none
    /// running; `waiting` more images may wait, `waitingEach` of one user.
    ///
    /// `timeLimit` is how long the children for one file may take by the clock on the wall: what ``ImageLimits`` allows in
    /// processor time is long over by then, unless the machine is busy. A child that uses no processor time for as long
    /// as `stillness` is ended. `isUrgent` is false where nobody waits for the answer.
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
    /// `user` is on whose behalf: no user's images keep those of another waiting for longer than one takes. `onPage` is
    /// called as each page is begun, with its number and how many there are, where that is known. A page that takes
    /// longer than a page may, or that ends the child, has a problem in ``DecodedImage/pages``; up to
    /// ``ImageLimits/pagesGivenUp`` of them, the others are read all the same. Cancelling the task kills the child and
    /// throws ``ImageDecodingError/cancelled``.
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

    /// The text on one page of such a file, counted from 1: what Tesseract recognises, and what the file says itself.
    ///
    /// The child that reads it lets everybody else go first. Languages without a table in `directory`, by default the
    /// one that Tesseract was built with, are left out, as ``PageText/languages`` shows; when there is a table of none,
    /// it throws ``ImageDecodingError/noTextRecognition(package:)``. Without languages only the file is asked.
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
