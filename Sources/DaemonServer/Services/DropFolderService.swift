import Logging
import ServiceLifecycle

/// Watches one folder that a copier scans into.
struct DropFolderService: Service {
    /// How often the folder is looked at when the kernel says nothing, as of files that another machine writes.
    static let interval = Duration.seconds(2)

    /// How many files that take long are read beside those that may be read at once.
    static let slowLanes = 4

    let intake: DocumentIntake
    /// How many files are read at once.
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
