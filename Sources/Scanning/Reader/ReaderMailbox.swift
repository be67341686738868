import CEvdev
import Glibc
import Synchronization

/// Carries commands to the reading thread and wakes it from `poll`; owns an event descriptor.
final class ReaderMailbox: Sendable {
    /// A command for the thread.
    enum Command: Sendable {
        case stop
        /// Reads only the scanners that these settings name.
        case use([ScannerSetting], Set<ScannerDoubt>, CompiledLayouts)
        case pair(PairingRequest)
        case endPairing(PairingRequest)
        case watch(ScannerWatch)
        case endWatching(ScannerWatch)
        /// Responds, to show that the thread is alive.
        case answer(CheckedContinuation<Void, Never>)
    }

    /// The descriptor for `poll`; readable while there are commands.
    let descriptor: Int32
    /// nil once commands are no longer executed.
    private let commands = Mutex<[Command]?>([])

    init() throws(ScannerReaderError) {
        let descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        guard descriptor >= 0 else { throw .outOfResources(errno) }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    func send(_ command: Command) {
        let isOpen = commands.withLock { commands in
            commands?.append(command)
            return commands != nil
        }
        if isOpen {
            _ = eventfd_write(descriptor, 1)
        } else {
            Self.refuse(command)
        }
    }

    /// Returns the pending commands, oldest first.
    func receive() -> [Command] {
        var count: eventfd_t = 0
        _ = eventfd_read(descriptor, &count)
        return commands.withLock { commands in
            defer { commands = [] }
            return commands ?? []
        }
    }

    /// Refuses pending and future commands.
    func shut() { refuse(commands.withLock { $0.take() }?[...] ?? []) }

    /// Refuses commands that were received but will not be executed.
    func refuse(_ commands: ArraySlice<Command>) {
        for command in commands { Self.refuse(command) }
    }

    /// Completes the command's pending response, so that no caller waits forever.
    private static func refuse(_ command: Command) {
        switch command {
        case .pair(let request): request.finish(.failure(.notRunning))
        case .watch(let watch): watch.queue.finish()
        case .answer(let continuation): continuation.resume()
        case .stop, .use, .endPairing, .endWatching: break
        }
    }
}

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
