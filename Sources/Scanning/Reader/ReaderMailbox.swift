import CEvdev
import Glibc
import Synchronization

/// Carries commands to the reading thread and ends its `poll`; the owner of an event descriptor.
final class ReaderMailbox: Sendable {
    /// What the thread is told to do.
    enum Command: Sendable {
        case stop
        /// Reads what these settings name, and nothing else any more.
        case use([ScannerSetting], Set<ScannerDoubt>, CompiledLayouts)
        case pair(PairingRequest)
        case endPairing(PairingRequest)
        case watch(ScannerWatch)
        case endWatching(ScannerWatch)
        /// Says that it is there.
        case answer(CheckedContinuation<Void, Never>)
    }

    /// For `poll`; readable while there are commands.
    let descriptor: Int32
    /// nil once nobody obeys any more.
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

    /// The commands that have come, oldest first.
    func receive() -> [Command] {
        var count: eventfd_t = 0
        _ = eventfd_read(descriptor, &count)
        return commands.withLock { commands in
            defer { commands = [] }
            return commands ?? []
        }
    }

    /// Refuses what is left and what will come.
    func shut() {
        refuse(commands.withLock { $0.take() }?[...] ?? [])
    }

    /// Refuses commands that were received and will not be obeyed.
    func refuse(_ commands: ArraySlice<Command>) {
        for command in commands { Self.refuse(command) }
    }

    /// Lets nobody wait for an answer that will not come.
    private static func refuse(_ command: Command) {
        switch command {
        case .pair(let request): request.finish(.failure(.notRunning))
        case .watch(let watch): watch.queue.finish()
        case .answer(let continuation): continuation.resume()
        case .stop, .use, .endPairing, .endWatching: break
        }
    }
}
