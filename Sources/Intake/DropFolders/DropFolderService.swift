import Glibc
import ImageDecoding
import Logging
import ServiceLifecycle
import Settings
import Synchronization

/// Watches one drop folder that a copier scans into.
struct DropFolderService: Service {
    /// How often the folder is checked without a kernel notification, which is missing for files that another machine
    /// writes.
    static let interval = Duration.seconds(2)

    /// The number of slow files read in addition to the regular lanes.
    static let slowLanes = 4

    let intake: DocumentIntake
    /// The number of files read concurrently.
    let lanes: Int
    let held: HeldFiles
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            let inbox = FolderInbox()
            let watch = FolderWatch { inbox.askToLook() }
            await withDiscardingTaskGroup { group in
                group.addTask {
                    repeat { inbox.askToLook() } while (try? await Task.sleep(for: Self.interval)) != nil
                }
                var work = FolderWork(intake: intake, lanes: lanes, held: held, logger: logger)
                for await _ in inbox.wakes {
                    let news = inbox.take()
                    work.keep(news.prepared)
                    if news.mustLook { await work.look(with: watch) }
                    await work.finish()
                    for start in work.starts() {
                        group.addTask { [intake] in
                            let result = await intake.prepare(start.file, hasWaitedLonger: start.hasWaitedLonger)
                            inbox.post(result, of: start.file)
                        }
                    }
                    if news.mustLook { work.report() }
                }
                group.cancelAll()
            }
        }
    }
}

extension DecoderProcess {
    /// A decoder for whole files of many pages, of at most `largestFile` MiB.
    init(executable: String, largestFile: Int, lanes: Int) {
        self.init(
            executable: executable,
            // A page that cannot be read in time prevents filing, because it could be a cover sheet.
            limits: ImageLimits(
                bytes: largestFile << 20,
                pages: 1_000,
                processorSeconds: 600,
                pageSeconds: 10,
                pagesGivenUp: 1
            ),
            // Other work has priority, so the elapsed time may be long.
            timeLimit: .seconds(3_600),
            stillness: .seconds(300),
            concurrency: lanes,
            waiting: 4_096,
            waitingEach: 4_096,
            isUrgent: false
        )
    }
}

/// Collects events for the worker of one drop folder while it is busy.
final class FolderInbox: Sendable {
    struct News {
        /// Whether the folder's contents may have changed.
        var mustLook = false
        var prepared: [(file: WaitingFile, result: DocumentIntake.Prepared)] = []
    }

    /// Yields one element for any number of pending events.
    let wakes: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    private let news = Mutex(News())

    init() { (wakes, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    func askToLook() {
        news.withLock { $0.mustLook = true }
        continuation.yield()
    }

    func post(_ result: DocumentIntake.Prepared, of file: WaitingFile) {
        news.withLock { $0.prepared.append((file, result)) }
        continuation.yield()
    }

    func take() -> News {
        news.withLock { news in
            defer { news = News() }
            return news
        }
    }
}
