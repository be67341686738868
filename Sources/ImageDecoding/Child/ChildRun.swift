internal import Glibc
internal import Synchronization

/// Processes one file in child processes.
///
/// ``decode(_:)`` or ``read(_:)`` is called once and blocks; ``cancel()`` may be called from any thread. A page that
/// stops its child is recorded, and another child continues with the next page.
final class ChildRun: Sendable {
    private struct State {
        var child: pid_t?
        var isCancelled = false
    }

    /// How long a file may take, and how long a child may make no progress, in elapsed time.
    struct TimeLimits: Sendable {
        let file: Duration
        let stillness: Duration
    }

    typealias OnPage = @Sendable (_ page: Int, _ count: Int?) -> Void

    private let executable: String
    private let task: DecoderTask
    private let timeLimits: TimeLimits
    private let onPage: OnPage
    private let state = Mutex(State())

    init(executable: String, task: DecoderTask, timeLimits: TimeLimits, onPage: @escaping OnPage = { _, _ in }) {
        self.executable = executable
        self.task = task
        self.timeLimits = timeLimits
        self.onPage = onPage
    }

    /// Kills the child, now or as soon as it starts.
    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            if let child = state.child { kill(child, SIGKILL) }
        }
    }

    /// The codes on all pages.
    func decode(_ image: [UInt8]) -> Result<DecodedImage, ImageDecodingError> {
        Result { () throws(ImageDecodingError) in
            let deadline = ContinuousClock.now + timeLimits.file
            var task = task
            var pages = PageList()
            var givenUp = 0
            while true {
                let report = try runChild(task, image, until: deadline, &pages)
                if let isComplete = report.isComplete { return try pages.image(isComplete: isComplete) }
                guard let page = report.page, page > pages.count else {
                    // The error concerns the whole file, or the rest of it.
                    guard pages.count > 0 else { throw report.problem }
                    return try pages.image(isComplete: false)
                }
                if case .crashed = report.problem, task.options.usesSecondEngine, task.carefulPage != page {
                    // The second engine aborts the process when one of its assertions fails; libzbar alone may still
                    // read the page.
                    task.carefulPage = page
                } else {
                    pages.add(report.problem, page: page)
                    givenUp += 1
                }
                task.firstPage = pages.count + 1
                task.limits.processorSeconds -= Int(report.seconds.rounded(.up))
                let isLast = report.pageCount.map { pages.count >= $0 } ?? false
                let isOver = report.endsFile || givenUp >= task.limits.pagesGivenUp
                guard !isLast, !isOver, task.limits.processorSeconds > 0, ContinuousClock.now < deadline else {
                    return try pages.image(isComplete: false)
                }
            }
        }
    }

    /// The text of one page.
    func read(_ image: [UInt8]) -> Result<PageText, ImageDecodingError> {
        Result { () throws(ImageDecodingError) in
            var pages = PageList()
            let report = try runChild(task, image, until: .now + timeLimits.file, &pages)
            if var text = report.text {
                // If recognition is stopped, the file's own text remains.
                if report.isComplete == nil { text.problem = report.problem }
                return text
            }
            // A crash before the page was begun indicates damaged language tables.
            if case .crashed = report.problem, report.page == nil {
                throw .noTables("Tesseract crashes on reading them")
            }
            throw report.problem
        }
    }

    /// The result of one child.
    private struct Report {
        /// Set when the child completed its work.
        var isComplete: Bool?
        /// The current page and the number of pages, as last reported.
        var page: Int?
        var pageCount: Int?
        var text: PageText?
        /// Why the child did not complete its work.
        var problem = ImageDecodingError.brokenAnswer("it ended without an answer")
        /// Whether nothing more of the file can be read.
        var endsFile = false
        /// The processor time that the child used.
        var seconds = 0.0
    }

    /// Runs one child from start to end, and adds its results to `pages`.
    private func runChild(
        _ task: DecoderTask,
        _ image: [UInt8],
        until deadline: ContinuousClock.Instant,
        _ pages: inout PageList
    ) throws(ImageDecodingError) -> Report {
        guard let argument = task.argument else { throw .cannotStart("its limits cannot be written") }
        if state.withLock(\.isCancelled) { throw .cancelled }
        let child = try SpawnedChild(executable: executable, argument: argument)
        let wasCancelled = state.withLock { state in
            state.child = child.identifier
            return state.isCancelled
        }
        var report = Report()
        var failure: ImageDecodingError?
        var talk = ChildTalk(child, limits: task.limits, until: deadline, stillness: timeLimits.stillness)
        let outcome: ChildTalk.Outcome =
            wasCancelled
            ? .hungUp
            : talk.exchange(image) { message in
                switch message {
                case .progress(.begun(let page, let count)):
                    report.page = page
                    report.pageCount = count
                    onPage(page, count)
                case .progress(.done(let page, let codes, let cost, let isWhole)):
                    // A message with an unexpected page number is ignored; the child continues to be held to the
                    // parent's count.
                    guard page.number == pages.count + 1 else { break }
                    pages.add(page, codes, cost, isWhole: isWhole)
                case .text(let text): report.text = text
                case .end(let isComplete): report.isComplete = isComplete
                case .failed(let error): failure = error
                }
            }
        let (end, seconds) = end(child)
        report.seconds = seconds
        if state.withLock(\.isCancelled) { throw .cancelled }
        switch outcome {
        case .pageTooSlow: report.problem = .tooSlow(seconds: task.limits.pageSeconds)
        case .timedOut:
            report.problem = .timedOut
            report.endsFile = ContinuousClock.now >= deadline
        case .nonsense(let error): throw error
        case .hungUp:
            if let failure {
                guard report.text != nil else { throw failure }
                report.problem = failure
                break
            }
            if case .killed(let signal) = end, signal != SIGKILL {
                report.isComplete = nil
            } else if report.isComplete != nil {
                return report
            }
            report.problem = end.error
            report.endsFile = end.error == .timedOut
        }
        report.isComplete = nil
        return report
    }

    /// Kills the child and returns its status and processor time.
    ///
    /// A child that closed its socket has nothing more to report: if it is already exiting, its status does not
    /// change, and if it is only pretending to, it ends now.
    private func end(_ child: consuming SpawnedChild) -> (ChildEnd, seconds: Double) {
        state.withLock { state in
            kill(child.identifier, SIGKILL)
            // From here on its process ID may be reused, and a late cancel must not kill the new process.
            state.child = nil
        }
        return child.wait()
    }
}
