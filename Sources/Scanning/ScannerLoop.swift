import Glibc

/// Everything that the reading thread owns.
///
/// Not Sendable: made by the starter, and from then on only on the thread.
final class ScannerLoop {
    private let register: ScannerRegister
    private let queue: ScannerEventQueue
    private let wake: WakeSignal
    private let silence: Duration
    private let monitor: UdevMonitor
    private let keyMaps: [KeyboardLayout: Result<KeyMap, KeyboardLayoutError>]
    private let clock = ContinuousClock()
    /// By their paths in sysfs.
    private var scanners: [String: OpenScanner] = [:]

    /// Listens to udev and compiles the layouts, so that no scanner waits for that later.
    init(
        register: ScannerRegister,
        queue: ScannerEventQueue,
        wake: WakeSignal,
        silence: Duration
    ) throws(ScannerReaderError) {
        self.register = register
        self.queue = queue
        self.wake = wake
        self.silence = silence
        self.monitor = try UdevMonitor()
        let layouts = Set(register.settings.map(\.layout) + [.us])
        self.keyMaps = Dictionary(uniqueKeysWithValues: layouts.map { ($0, Self.compile($0)) })
    }

    /// Reads until the wake signal fires or udev fails, then closes everything and ends the queue.
    func run() {
        var failure = refresh()
        while failure == nil {
            var polled = descriptors()
            let count = poll(&polled, nfds_t(polled.count), timeout())
            guard count >= 0 else {
                if errno == EINTR || errno == EAGAIN { continue }
                failure = errno
                break
            }
            // The keys come first: they are older than the removal of their scanner and than the wish to stop.
            for path in ready(polled[2...]) { read(path) }
            if polled[0].revents != 0 { break }
            tellSilence()
            if polled[1].revents != 0 { failure = followDevices(isHungUp: Self.isHungUp(polled[1])) }
        }
        close(because: failure)
    }

    // MARK: poll

    /// The wake signal, udev, and the scanners in the order of their paths.
    private func descriptors() -> [pollfd] {
        let own = [wake.descriptor, monitor.descriptor]
        return (own + paths.compactMap { scanners[$0]?.descriptor }).map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
    }

    private var paths: [String] { scanners.keys.sorted() }

    private func ready(_ polled: ArraySlice<pollfd>) -> [String] {
        zip(paths, polled).filter { $0.1.revents != 0 }.map(\.0)
    }

    /// Whether nothing will ever come again; `poll` would return at once for ever.
    private static func isHungUp(_ polled: pollfd) -> Bool {
        Int32(polled.revents) & (POLLHUP | POLLNVAL) != 0
    }

    /// Milliseconds until the next pause is too long; without end while no reading is open, so as not to wake up.
    private func timeout() -> Int32 {
        let starts = scanners.values.filter(\.awaitsEnding).map(\.lastKey)
        guard let first = starts.min() else { return -1 }
        let left = clock.now.duration(to: first.advanced(by: silence))
        return Int32(clamping: Int64((max(0, left / .milliseconds(1))).rounded(.up)))
    }

    // MARK: scanners

    private func read(_ path: String) {
        guard let scanner = scanners[path] else { return }
        do throws(ScannerFailure) {
            guard let events = try scanner.read(now: clock.now) else {
                detach(path, as: .deviceGone)
                return
            }
            for event in events { queue.push(event) }
        } catch {
            queue.push(.failed(error, scanner.identity))
            detach(path, as: .deviceGone)
        }
    }

    private func tellSilence() {
        let now = clock.now
        for path in paths {
            guard let scanner = scanners[path], scanner.awaitsEnding,
                scanner.lastKey.duration(to: now) >= silence, let event = scanner.fellSilent()
            else { continue }
            queue.push(event)
        }
    }

    private func attach(_ node: InputNode) {
        guard register.names(node), scanners[node.syspath] == nil else { return }
        do throws(ScannerFailure) {
            guard let scanner = try open(node) else { return }
            scanners[node.syspath] = scanner
            queue.push(.attached(node.identity))
        } catch {
            queue.push(.failed(error, node.identity))
        }
    }

    private func open(_ node: InputNode) throws(ScannerFailure) -> OpenScanner? {
        let setting = register.setting(for: node.identity)
        let state = try keyState(setting?.layout ?? .us)
        guard let device = try EventDevice.open(node.identity.devnode) else { return nil }
        // The node may have been given to another device since udev spoke.
        guard node.identity.vendor == device.vendor, node.identity.product == device.product else {
            throw .replaced(vendor: device.vendor, product: device.product)
        }
        try device.grab()
        let assembler = KeyAssembler(state: state, held: device.held)
        return OpenScanner(
            identity: node.identity,
            setting: setting,
            device: device,
            assembler: assembler,
            now: clock.now
        )
    }

    private func detach(_ path: String, as rejection: ScanRejection) {
        guard let scanner = scanners.removeValue(forKey: path) else { return }
        if let event = scanner.abandon(as: rejection) { queue.push(event) }
        queue.push(.detached(scanner.identity))
    }

    // MARK: udev

    private func followDevices(isHungUp: Bool) -> Int32? {
        while true {
            switch monitor.receive() {
            case .device(let device): follow(device)
            case .nothing: return isHungUp ? EIO : nil
            case .overflowed:
                if let failure = refresh() { return failure }
            case .failed(let number): return number
            }
        }
    }

    private func follow(_ device: borrowing UdevDevice) {
        if device.action == "remove" {
            if let path = device.syspath { detach(path, as: .deviceGone) }
            return
        }
        guard let node = InputNode(device) else { return }
        if register.names(node) {
            attach(node)
        } else {
            detach(node.syspath, as: .deviceGone)
        }
    }

    /// Makes what is open agree with what is there; returns the `errno` of a failure.
    private func refresh() -> Int32? {
        do throws(ScannerReaderError) {
            let nodes = try monitor.enumerate()
            let present = Set(nodes.map(\.syspath))
            for path in paths where !present.contains(path) { detach(path, as: .deviceGone) }
            for node in nodes { attach(node) }
            return nil
        } catch {
            return error.number
        }
    }

    private func close(because failure: Int32?) {
        for path in paths { detach(path, as: .readerStopped) }
        if let failure { queue.push(.watchingEnded(failure)) }
        queue.finish()
    }

    // MARK: layouts

    private func keyState(_ layout: KeyboardLayout) throws(ScannerFailure) -> KeyState {
        do throws(KeyboardLayoutError) {
            return try KeyState((keyMaps[layout] ?? .failure(.unavailable)).get())
        } catch {
            throw .badLayout(error)
        }
    }

    private static func compile(_ layout: KeyboardLayout) -> Result<KeyMap, KeyboardLayoutError> {
        do throws(KeyboardLayoutError) {
            return .success(try KeyMap(layout))
        } catch {
            return .failure(error)
        }
    }
}
