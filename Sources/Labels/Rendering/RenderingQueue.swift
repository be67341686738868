import Dispatch

/// The serial queue for all rendering.
///
/// Fontconfig and Pango's font maps are not thread-safe, and rendering takes too long for the cooperative pool, so all
/// renderers of the process share this queue.
final class RenderingQueue: SerialExecutor {
    static let shared = RenderingQueue()

    private let queue = DispatchQueue(label: "outguide.labels.rendering")

    private init() {}

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
