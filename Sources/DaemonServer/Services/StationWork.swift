import Barcodes
import Circulation
import Records
import Wire

/// What stations leave to be done: papers to print, and a look at when they close by themselves.
final class StationWork: Sendable {
    /// Something to print after a reading.
    struct Job: Sendable {
        let paper: StationPaper
        let station: StationName
        let reading: ReadingNumber

        /// That it was not printed, as the station is told.
        func outcome(_ message: String) -> OutcomeResource {
            let barcode =
                switch paper {
                case .label(let barcode): barcode
                case .slip(let slip): slip.barcode
                }
            return OutcomeResource(
                reading: reading.rawValue,
                station: station.text,
                verdict: Verdict.attention.rawValue,
                kind: "not-printed",
                message: message,
                barcode: barcode.text,
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

    init() {
        (jobs, jobQueue) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.longestQueue))
        (pokes, poker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Leaves something to be printed; false when too much waits already.
    func add(_ job: Job) -> Bool {
        if case .enqueued = jobQueue.yield(job) { true } else { false }
    }

    /// Something is open at a station now.
    func poke() { poker.yield() }
}
