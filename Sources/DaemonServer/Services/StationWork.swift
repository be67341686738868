import Barcodes
import Circulation
import Records
import Synchronization
import Wire

/// What stations leave to be done: papers to print, and a look at when they close by themselves.
final class StationWork: Sendable {
    /// Something to print after a reading.
    struct Job: Sendable {
        let paper: StationPaper
        let station: StationName
        let reading: ReadingNumber

        /// That it was not printed, or is not yet, as the station is told.
        func outcome(_ message: String, kind: String = "not-printed") -> OutcomeResource {
            OutcomeResource(
                reading: reading.rawValue,
                station: station.text,
                verdict: Verdict.attention.rawValue,
                kind: kind,
                message: message,
                barcode: paper.barcode.text,
                entry: nil
            )
        }
    }

    /// Papers that may wait for a printer.
    static let longestQueue = 64

    let jobs: AsyncStream<Job>
    let pokes: AsyncStream<Void>
    private let jobQueue: AsyncStream<Job>.Continuation
    private let poker: AsyncStream<Void>.Continuation
    /// What was left to be printed and is not, by the number of its reading.
    private let open = Mutex<[ReadingNumber: Job]>([:])

    init() {
        (jobs, jobQueue) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.longestQueue))
        (pokes, poker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Leaves something to be printed; false when too much waits already.
    func add(_ job: Job) -> Bool {
        open.withLock { $0[job.reading] = job }
        guard case .enqueued = jobQueue.yield(job) else {
            end(job)
            return false
        }
        return true
    }

    /// Somebody printed it, or said that it is not printed.
    func end(_ job: Job) { open.withLock { _ = $0.removeValue(forKey: job.reading) } }

    /// What nobody has printed yet, in the order of the readings.
    var left: [Job] { open.withLock { $0.values.sorted { $0.reading < $1.reading } } }

    /// Something is open at a station now.
    func poke() { poker.yield() }
}
