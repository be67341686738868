import Circulation
import Logging
import ServiceLifecycle
import Vocabulary
import Wire

/// Prints batches of labels, each in a task of its own.
///
/// At start it first settles jobs that a printer had when the daemon ended. It prints only what a client requests.
struct PrintService: Service {
    let daemon: DaemonParts
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                await settle()
                for await start in daemon.desk.starts {
                    group.addTask { await take(start) }
                }
                group.cancelAll()
            }
        }
        await daemon.desk.close()
    }

    /// Determines the outcome of labels that a printer had when the daemon ended.
    private func settle() async {
        do {
            var cursor: PrintBatchNumber?
            while true {
                let batches = try await daemon.circulation.printBatches(before: cursor, onlyOpen: true, limit: 100)
                for batch in batches where batch.tally[.sent] > 0 {
                    await daemon.desk.begin(batch.number, onlySettles: true)
                }
                guard let last = batches.last else { return }
                cursor = last.number
            }
        } catch {
            logger.error("cannot look for labels that were being printed", metadata: ["reason": "\(error)"])
        }
    }

    private func take(_ start: PrintDesk.Start) async {
        let run = PrintRun(daemon: daemon, start: start)
        do {
            try await run.run()
        } catch is CancellationError {
            // Labels at the printer stay recorded as sent, and are settled when the daemon starts again.
        } catch {
            await run.stop(because: error)
            logger.warning(
                "labels are not all printed",
                metadata: ["batch": "\(start.number)", "reason": "\(Problem(describing: error, path: "").detail)"]
            )
        }
        await daemon.desk.end(start.number)
    }
}
