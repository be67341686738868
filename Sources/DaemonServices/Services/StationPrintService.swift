import Circulation
import Localization
package import Logging
package import Printing
import ServiceLifecycle
import Vocabulary

/// Prints what stations request, and reports to their screens what was not printed.
package struct StationPrintService: Service {
    private let printing: StationPrinting
    private let work: StationWork
    private let board: StationBoard
    private let logger: Logger

    package init(printing: StationPrinting, work: StationWork, board: StationBoard, logger: Logger) {
        self.printing = printing
        self.work = work
        self.board = board
        self.logger = logger
    }

    package func run() async throws {
        for await job in work.jobs.cancelOnGracefulShutdown() {
            do {
                try await printing.print(job.paper, at: job.station, after: job.reading) { [board] delay in
                    board.tell(job, waitsBecause: delay)
                }
            } catch {
                let reason = printing.reason(error, for: job.paper, at: job.station)
                logger.warning("a station's paper was not printed", metadata: ["reason": "\(reason.english)"])
                await board.tell(job, wasNotPrintedBecause: reason)
            }
            work.end(job)
        }
        // Jobs still waiting for the printer are recorded before the process ends.
        for job in work.left {
            await board.tell(job, wasNotPrintedBecause: Message("outguided ended before it was printed"))
        }
    }
}
