import NIOCore

/// Runs the tasks of a connection on the thread of its event loop.
///
/// The loop then hands a request to its handler, and takes the response, without waking another thread. Handlers wait
/// for the log and for files elsewhere, and long work has threads of its own (``LongWorkExecutor``).
final class EventLoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
