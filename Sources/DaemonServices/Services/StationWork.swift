import Barcodes
import Circulation
import Localization
import Synchronization
import Vocabulary

/// Work queued by stations: pages to print, and prompts to recompute when a station expires.
package final class StationWork: Sendable {
    /// A page to print after a reading.
    struct Job: Sendable {
        let paper: StationPaper
        let station: StationName
        let reading: ReadingNumber

        /// The outcome that reports to the station that the page was not printed, or not yet.
        func outcome(_ message: Message, kind: String = "not-printed") -> StationOutcome {
            StationOutcome(
                reading: reading,
                station: station,
                verdict: .attention,
                kind: kind,
                message: message,
                barcode: paper.barcode,
                entry: nil
            )
        }
    }

    /// Maximum number of pages waiting for a printer.
    static let longestQueue = 64

    let jobs: AsyncStream<Job>
    let pokes: AsyncStream<Void>
    private let jobQueue: AsyncStream<Job>.Continuation
    private let poker: AsyncStream<Void>.Continuation
    /// Pages that are not printed yet, by the number of their reading.
    private let open = Mutex<[ReadingNumber: Job]>([:])

    package init() {
        (jobs, jobQueue) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.longestQueue))
        (pokes, poker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Queues a page for printing; returns false when the queue is full.
    func add(_ job: Job) -> Bool {
        open.withLock { $0[job.reading] = job }
        guard case .enqueued = jobQueue.yield(job) else {
            end(job)
            return false
        }
        return true
    }

    /// Removes a job that was printed or reported as not printed.
    func end(_ job: Job) { open.withLock { _ = $0.removeValue(forKey: job.reading) } }

    /// The pages not printed yet, in the order of their readings.
    var left: [Job] { open.withLock { $0.values.sorted { $0.reading < $1.reading } } }

    /// Reports that a station has opened a context.
    func poke() { poker.yield() }
}
