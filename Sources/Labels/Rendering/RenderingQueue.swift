import Dispatch

/// The one serial queue on which everything is drawn.
///
/// Fontconfig and Pango's font maps are not safe in several threads, and drawing takes too long for the
/// cooperative pool, so every renderer of the process shares this queue.
final class RenderingQueue: SerialExecutor {
    static let shared = RenderingQueue()

    private let queue = DispatchQueue(label: "outguide.labels.rendering")

    private init() {}

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
