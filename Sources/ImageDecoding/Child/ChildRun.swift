internal import Glibc
internal import Synchronization

/// One file's way through child processes; ``decode(_:)`` or ``read(_:)`` is called once and blocks, ``cancel()`` from
/// anywhere.
///
/// A page that stops its child is noted, and another child goes on with the page behind it.
final class ChildRun: Sendable {
    private struct State {
        var child: pid_t?
        var isCancelled = false
    }

    /// How long a file may take, and a child do nothing, by the clock on the wall.
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

    /// Kills the child, now or as soon as it would start.
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
                    // It is the file as a whole that cannot be read, or the rest of it.
                    guard pages.count > 0 else { throw report.problem }
                    return try pages.image(isComplete: false)
                }
                if case .crashed = report.problem, task.options.usesSecondEngine, task.carefulPage != page {
                    // The second engine ends the process where its own assertions fail; libzbar alone may yet read it.
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
                // What stops recognition leaves what the file itself says.
                if report.isComplete == nil { text.problem = report.problem }
                return text
            }
            // What ends the child before it begins with the page is a fault of the tables.
            if case .crashed = report.problem, report.page == nil {
                throw .noTables("Tesseract crashes on reading them")
            }
            throw report.problem
        }
    }

    /// What one child did.
    private struct Report {
        /// Set when it came to the end of its work.
        var isComplete: Bool?
        /// The page that it was at, and how many there are, as far as it said.
        var page: Int?
        var pageCount: Int?
        var text: PageText?
        /// Why it did not come to the end.
        var problem = ImageDecodingError.brokenAnswer("it ended without an answer")
        /// Whether nothing of the file can be read any more.
        var endsFile = false
        /// The processor time that it used.
        var seconds = 0.0
    }

    /// One child's work from start to end; adds what it found to `pages`.
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
                    // A child that counts otherwise than its parent makes no sense, and is held to it.
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

    /// Ends the child and takes its status and the processor time that it used.
    ///
    /// A child that hung up has said all it can say: when it is ending already this changes nothing in its status,
    /// and when it only pretends to, it ends now.
    private func end(_ child: consuming SpawnedChild) -> (ChildEnd, seconds: Double) {
        state.withLock { state in
            kill(child.identifier, SIGKILL)
            // From here on its number may be given to another process, which a late cancel must not hit.
            state.child = nil
        }
        return child.wait()
    }
}
