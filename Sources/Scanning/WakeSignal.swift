import CEvdev
import Glibc

/// Owns an event descriptor by which another thread ends a `poll`; the kernel guards what is shared.
final class WakeSignal: Sendable {
    /// For `poll`; readable once ``fire()`` has been called.
    let descriptor: Int32

    init() throws(ScannerReaderError) {
        let descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        guard descriptor >= 0 else { throw .outOfResources(errno) }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Makes the descriptor readable for good.
    func fire() {
        _ = eventfd_write(descriptor, 1)
    }
}
