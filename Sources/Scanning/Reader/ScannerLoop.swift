import Glibc

/// The loop of the reading thread: waits for input, reads it and queues the results.
///
/// Not Sendable: created by the starter, and used only on the thread afterwards.
final class ScannerLoop {
    private enum Ending {
        case stopped
        case failed(Int32)
    }

    private let mailbox: ReaderMailbox
    private let queue: BoundedQueue<ScannerEvent>
    private let monitor: UdevMonitor
    private let table: ScannerTable
    private let pairing: PairingListener
    private let clock = ContinuousClock()

    /// Starts monitoring udev.
    init(
        register: ScannerRegister,
        doubts: Set<ScannerDoubt>,
        layouts: CompiledLayouts,
        queue: BoundedQueue<ScannerEvent>,
        mailbox: ReaderMailbox,
        silence: Duration
    ) throws(ScannerReaderError) {
        self.mailbox = mailbox
        self.queue = queue
        self.monitor = try UdevMonitor()
        let pairing = PairingListener()
        self.pairing = pairing
        self.table = ScannerTable(register: register, doubts: doubts, layouts: layouts, queue: queue, silence: silence)
        table.interceptor = { scan in pairing.takes(scan) }
        pairing.survey = { [weak self] in (try? self?.monitor.enumerate()) ?? [] }
    }

    /// Reads until a stop command arrives or udev fails, then closes all devices and ends the queue.
    func run() {
        var ending = refresh()
        while ending == nil {
            let scanners = table.scanners
            let unnamed = pairing.devices
            var polled = descriptors(scanners, unnamed)
            guard poll(&polled, nfds_t(polled.count), timeout()) >= 0 else {
                if errno == EINTR || errno == EAGAIN { continue }
                ending = .failed(errno)
                break
            }
            // Input comes first: it is older than the removal of its scanner and than a stop command.
            for (scanner, polled) in zip(scanners, polled[2...]) where polled.revents != 0 { table.read(scanner) }
            for (device, polled) in zip(unnamed, polled[(2 + scanners.count)...]) where polled.revents != 0 {
                pairing.read(device)
            }
            table.meetDeadlines()
            pairing.meetDeadlines()
            if polled[1].revents != 0 { ending = followDevices(isHungUp: Self.isHungUp(polled[1])) }
            if ending == nil, polled[0].revents != 0 { ending = obey() }
        }
        close(because: ending)
    }

    // MARK: poll

    /// The descriptors of the mailbox, udev, the scanners, and the devices open for a pairing.
    private func descriptors(_ scanners: [AttachedScanner], _ unnamed: [any UnnamedDevice]) -> [pollfd] {
        var polled: [pollfd] = []
        polled.reserveCapacity(2 + scanners.count + unnamed.count)
        func add(_ descriptor: Int32) { polled.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
        add(mailbox.descriptor)
        add(monitor.descriptor)
        for scanner in scanners { add(scanner.descriptor) }
        for device in unnamed { add(device.descriptor) }
        return polled
    }

    /// Whether the descriptor has hung up for good; `poll` would return immediately every time.
    private static func isHungUp(_ polled: pollfd) -> Bool { Int32(polled.revents) & (POLLHUP | POLLNVAL) != 0 }

    /// Milliseconds until the next deadline; -1 for no timeout while nothing is open, to avoid wake-ups.
    private func timeout() -> Int32 {
        let deadlines = [table.deadline, pairing.deadline].compactMap { $0 }
        guard let first = deadlines.min() else { return -1 }
        let left = clock.now.duration(to: first)
        return Int32(clamping: Int64((max(0, left / .milliseconds(1))).rounded(.up)))
    }

    // MARK: commands

    private func obey() -> Ending? {
        var commands = mailbox.receive()[...]
        while let command = commands.popFirst() {
            switch command {
            case .stop:
                mailbox.refuse(commands)
                // Input from before the command is still read.
                for scanner in table.scanners { table.read(scanner) }
                return .stopped
            case .use(let settings, let doubts, let layouts):
                table.use(settings, doubts, layouts)
                if let ending = refresh() { return ending }
            case .pair(let request):
                pairing.begin(request)
                if let ending = refresh() { return ending }
            case .endPairing(let request): pairing.end(request)
            case .watch(let watch): table.watch(watch)
            case .endWatching(let watch): table.endWatching(watch)
            case .answer(let continuation): continuation.resume()
            }
        }
        return nil
    }

    // MARK: udev

    private func followDevices(isHungUp: Bool) -> Ending? {
        while true {
            switch monitor.receive() {
            case .device(let device): follow(device)
            case .nothing: return isHungUp ? .failed(EIO) : nil
            case .overflowed:
                if let ending = refresh() { return ending }
            case .failed(let number): return .failed(number)
            }
        }
    }

    private func follow(_ device: borrowing UdevDevice) {
        if device.action == "remove" {
            guard let path = device.syspath else { return }
            table.detach(path, as: .deviceGone)
            pairing.forget(path)
            return
        }
        guard let node = DeviceNode(device) else { return }
        if table.register.names(node) {
            table.attach(node)
        } else {
            table.detach(node.syspath, as: .deviceGone)
        }
        if table.reads(node) { pairing.forget(node.syspath) } else { pairing.listen(to: node) }
    }

    /// Brings the open devices in line with those present.
    private func refresh() -> Ending? {
        do throws(ScannerReaderError) {
            let nodes = try monitor.enumerate()
            table.agree(with: nodes)
            pairing.agree(with: nodes.filter { !table.reads($0) })
            return nil
        } catch {
            return .failed(error.number)
        }
    }

    private func close(because ending: Ending?) {
        mailbox.shut()
        table.close()
        pairing.close()
        if case .failed(let number) = ending { queue.push(.watchingEnded(number)) }
        queue.finish()
    }
}
