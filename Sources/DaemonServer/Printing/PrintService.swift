import Circulation
import Logging
import Records
import ServiceLifecycle
import Wire

/// Prints runs of labels, each in a task of its own.
///
/// What was with a printer when the daemon ended is asked about first of all; it prints nothing that nobody asks for.
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

    /// Learns how the labels ended that were with a printer.
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
            // What is with the printer stays noted as sent, and is asked about when the daemon starts again.
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
