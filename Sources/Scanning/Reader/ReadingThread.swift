import Glibc

/// Starts a detached kernel thread, which may block, unlike a thread of the cooperative pool.
enum ReadingThread {
    private final class Body {
        let run: () -> Void
        init(_ run: @escaping () -> Void) { self.run = run }
    }

    /// Runs `body` on a separate thread with all signals blocked, so that they go to the main thread.
    static func start(_ body: sending @escaping () -> Void) throws(ScannerReaderError) {
        let box = Unmanaged.passRetained(Body(body))
        var signals = sigset_t()
        var former = sigset_t()
        sigfillset(&signals)
        // A thread inherits the signal mask of its creator.
        pthread_sigmask(SIG_SETMASK, &signals, &former)
        defer { pthread_sigmask(SIG_SETMASK, &former, nil) }

        var thread = pthread_t()
        let result = pthread_create(
            &thread,
            nil,
            { argument in
                if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
                return nil
            },
            box.toOpaque()
        )
        guard result == 0 else {
            box.release()
            throw .outOfResources(result)
        }
        pthread_detach(thread)
    }
}
