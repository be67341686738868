import Circulation
package import Logging
import ServiceLifecycle
import Vocabulary

/// Prints batches of labels, each in a task of its own.
///
/// At start it first settles jobs that a printer had when the daemon ended. It prints only what a client requests.
package struct PrintService: Service {
    private let printing: Printing
    private let logger: Logger

    package init(_ printing: Printing, logger: Logger) {
        self.printing = printing
        self.logger = logger
    }

    /// Prints until the daemon shuts down.
    ///
    /// - Throws: Nothing; the outcome of each batch is recorded with it.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                await settle()
                for await start in printing.runs.starts {
                    group.addTask { await take(start) }
                }
                group.cancelAll()
            }
        }
        await printing.runs.close()
    }

    /// Determines the outcome of labels that a printer had when the daemon ended.
    private func settle() async {
        do {
            var cursor: PrintBatchNumber?
            while true {
                let batches = try await printing.circulation.printBatches(before: cursor, onlyOpen: true, limit: 100)
                for batch in batches where batch.tally[.sent] > 0 {
                    await printing.runs.begin(batch.number, onlySettles: true)
                }
                guard let last = batches.last else { return }
                cursor = last.number
            }
        } catch {
            logger.error("cannot look for labels that were being printed", metadata: ["reason": "\(error)"])
        }
    }

    private func take(_ start: PrintRuns.Start) async {
        let run = printing.run(start)
        do {
            try await run.run()
        } catch is CancellationError {
            // Labels at the printer stay recorded as sent, and are settled when the daemon starts again.
        } catch {
            let reason = PrintingError(error)
            await run.stop(because: reason)
            logger.warning("labels are not all printed", metadata: ["batch": "\(start.number)", "reason": "\(reason)"])
        }
        await printing.runs.end(start.number)
    }
}
