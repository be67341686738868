import Logging
import ServiceLifecycle

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
