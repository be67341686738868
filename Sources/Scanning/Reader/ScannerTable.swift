/// The scanners that are read, and those that should be and cannot.
///
/// Not Sendable: it lives on the reading thread.
final class ScannerTable {
    private let queue: BoundedQueue<ScannerEvent>
    private let silence: Duration
    private let clock = ContinuousClock()
    private(set) var register: ScannerRegister
    private var opener: SourceOpener
    private var watches: Set<ScannerWatch> = []
    private var twins = TwinFilter()
    /// By their paths in sysfs.
    private var retries: [String: RetrySchedule] = [:]
    /// In the order of their paths in sysfs.
    private(set) var scanners: [AttachedScanner] = []
    /// Gets the readings first; one that it takes is no event.
    var interceptor: ((Scan) -> Bool)?

    init(
        register: ScannerRegister,
        layouts: CompiledLayouts,
        queue: BoundedQueue<ScannerEvent>,
        silence: Duration
    ) {
        self.register = register
        self.opener = SourceOpener(layouts: layouts)
        self.queue = queue
        self.silence = silence
    }

    /// When something is to be done though nothing comes; nil while no reading is open and no scanner is missing.
    var deadline: ContinuousClock.Instant? {
        let pauses = scanners.compactMap(\.deadline).min()
        guard let retry = retries.values.map(\.next).min() else { return pauses }
        return min(pauses ?? retry, retry)
    }

    // MARK: readings

    func read(_ scanner: AttachedScanner) {
        let now = clock.now
        do throws(ScannerFailure) {
            if try !scanner.read(now: now, take: { tell($0, of: scanner, now: now) }) {
                detach(scanner.node.syspath, as: .deviceGone)
            }
        } catch {
            detach(scanner.node.syspath, as: .deviceGone)
            fail(scanner.node, error)
        }
    }

    /// Tells pauses that are too long, and tries again to open what could not be opened.
    func meetDeadlines() {
        let now = clock.now
        for scanner in scanners {
            guard let deadline = scanner.deadline, deadline <= now else { continue }
            for outcome in scanner.fellSilent() { tell(outcome, of: scanner, now: now) }
        }
        for retry in retries.values where retry.next <= now { attach(retry.node) }
    }

    private func tell(_ outcome: BurstOutcome, of scanner: AttachedScanner, now: ContinuousClock.Instant) {
        func isRepeated(_ outcome: ReadingOutcome) -> Bool {
            twins.repeats(outcome, from: scanner.node, isAlone: !hasTwin(scanner.node), now: now)
        }
        let setting = scanner.setting
        switch outcome {
        case .readings(let readings):
            for reading in readings { scanner.watchers.tell(.reading(reading)) }
            push(
                readings.filter { !isRepeated(.reading($0)) }.map { reading in
                    Scan(scanner: scanner.identity, name: setting?.name, station: setting?.station, reading: reading)
                }
            )
        case .refused(let readings, let rejection):
            scanner.watchers.tell(.rejection(rejection))
            if isRepeated(.rejection(rejection)) { return }
            let refused = RefusedScan(
                scanner: scanner.identity,
                name: setting?.name,
                station: setting?.station,
                rejection: rejection,
                readings: readings,
                time: KernelClock.timeOfDay(of: KernelClock.now)
            )
            queue.push(.rejected(refused))
        }
    }

    /// Codes that bear AIM identifiers are symbols of their own; others that come at once are judged together.
    private func push(_ scans: [Scan]) {
        let scans = scans.filter { interceptor?($0) != true }
        if scans.count > 1, scans.contains(where: { $0.symbology == nil }) {
            queue.push(.burst(scans))
        } else {
            for scan in scans { queue.push(.scan(scan)) }
        }
    }

    private func hasTwin(_ node: DeviceNode) -> Bool {
        guard let device = node.usbDevice else { return false }
        return scanners.contains {
            $0.node.usbDevice == device && $0.identity.transport != node.identity.transport
        }
    }

    // MARK: devices

    /// Opens a node that is named and not open yet.
    func attach(_ node: DeviceNode) {
        guard register.names(node), !scanners.contains(where: { $0.node.syspath == node.syspath }) else { return }
        let setting = register.setting(for: node.identity)
        do throws(ScannerFailure) {
            guard let source = try opener.open(node, setting) else {
                retries[node.syspath] = nil
                return
            }
            let scanner = AttachedScanner(
                node: node,
                setting: setting,
                source: source,
                silence: silence,
                now: clock.now
            )
            retries[node.syspath] = nil
            let place = scanners.firstIndex { $0.node.syspath > node.syspath } ?? scanners.endIndex
            scanners.insert(scanner, at: place)
            queue.push(.attached(node.identity))
            for watch in watches { add(watch, to: scanner) }
        } catch {
            fail(node, error)
        }
    }

    func detach(_ syspath: String, as rejection: ScanRejection) {
        retries[syspath] = nil
        guard let index = scanners.firstIndex(where: { $0.node.syspath == syspath }) else { return }
        let scanner = scanners[index]
        for outcome in scanner.close(as: rejection) { tell(outcome, of: scanner, now: clock.now) }
        scanners.remove(at: index)
        scanner.watchers.tell(.detached(scanner.identity))
        queue.push(.detached(scanner.identity))
    }

    /// Makes what is open agree with what is there.
    func agree(with nodes: [DeviceNode]) {
        let present = Set(nodes.map(\.syspath))
        let open = scanners.map(\.node.syspath) + Array(retries.keys)
        for path in open where !present.contains(path) { detach(path, as: .deviceGone) }
        for node in nodes { attach(node) }
    }

    /// Lets go of what the settings no longer name or describe otherwise; the rest is read on without a gap.
    func use(_ settings: [ScannerSetting], _ layouts: CompiledLayouts) {
        register = ScannerRegister(settings: settings)
        opener = SourceOpener(layouts: layouts)
        for scanner in scanners
        where !register.names(scanner.node) || register.setting(for: scanner.identity) != scanner.setting {
            detach(scanner.node.syspath, as: .readerStopped)
        }
        retries = [:]
    }

    private func fail(_ node: DeviceNode, _ failure: ScannerFailure) {
        let former = retries[node.syspath]
        guard let former else {
            retries[node.syspath] = RetrySchedule(node, after: failure, now: clock.now)
            queue.push(.failed(failure, node.identity))
            return
        }
        let (schedule, isNews) = former.again(after: failure, now: clock.now)
        retries[node.syspath] = schedule
        if isNews { queue.push(.failed(failure, node.identity)) }
    }

    // MARK: watches

    func watch(_ watch: ScannerWatch) {
        watches.insert(watch)
        for scanner in scanners { add(watch, to: scanner) }
    }

    func endWatching(_ watch: ScannerWatch) {
        watches.remove(watch)
        watch.queue.finish()
        for scanner in scanners { scanner.watchers.removeAll { $0 == watch } }
    }

    private func add(_ watch: ScannerWatch, to scanner: AttachedScanner) {
        guard watch.stableName == scanner.identity.stableName else { return }
        scanner.watchers.append(watch)
        watch.tell(.attached(scanner.identity))
    }

    func close() {
        for scanner in scanners { detach(scanner.node.syspath, as: .readerStopped) }
        for watch in watches { watch.queue.finish() }
    }
}
