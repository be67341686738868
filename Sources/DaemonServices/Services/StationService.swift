package import Circulation
package import Logging
import ServiceLifecycle
import Stations
package import TransferLog
import Vocabulary

/// Updates the screens when a station's context expires or its clerk is signed out automatically.
package struct StationService: Service {
    private let circulation: Circulation
    private let board: StationBoard
    private let work: StationWork
    private let logger: Logger
    private let clock: UTCClock

    package init(circulation: Circulation, board: StationBoard, work: StationWork, clock: UTCClock, logger: Logger) {
        self.circulation = circulation
        self.board = board
        self.work = work
        self.clock = clock
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var open: Set<StationLapse> = []
            var pokes = work.pokes.makeAsyncIterator()
            while !Task.isCancelled {
                let now = clock.now()
                do {
                    let lapses = try await circulation.lapses(after: now)
                    for lapse in open where lapse.at <= now { await board.show(lapse.station) }
                    open = lapses
                } catch {
                    logger.warning("cannot look at the stations", metadata: ["reason": "\(error)"])
                }
                guard let next = open.map(\.at).min() else {
                    guard await pokes.next() != nil else { return }
                    continue
                }
                // A context opened in the meantime lasts at least this long.
                let latest = now.advanced(bySeconds: circulation.settings.contextTimeout)
                let pause = min(next, latest).microseconds - now.microseconds + 1_000
                do { try await Task.sleep(for: .microseconds(pause)) } catch { return }
            }
        }
    }
}
