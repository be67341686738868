import Dispatch

/// A serial queue for one print server or printer, because its exchanges block.
final class PrintExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "outguide.labels.printing")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
