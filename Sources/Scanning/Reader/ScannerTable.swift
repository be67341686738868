/// The scanners that are read, and those that should be but cannot.
///
/// Not Sendable: used only on the reading thread.
final class ScannerTable {
    private let queue: BoundedQueue<ScannerEvent>
    private let silence: Duration
    private let clock = ContinuousClock()
    private(set) var register: ScannerRegister
    private var opener: SourceOpener
    private var watches: Set<ScannerWatch> = []
    private var twins = TwinFilter()
    /// The named devices, open or not, by sysfs path.
    private var named: [String: DeviceNode] = [:]
    /// The reported reasons why named devices are not read, by sysfs path.
    private var failures: [String: ScannerFailure] = [:]
    private var retries: [String: RetrySchedule] = [:]
    private var doubts: Set<ScannerDoubt>
    /// In the order of their sysfs paths.
    private(set) var scanners: [AttachedScanner] = []
    /// Receives each scan first; a scan that it accepts produces no event.
    var interceptor: ((Scan) -> Bool)?

    init(
        register: ScannerRegister,
        doubts: Set<ScannerDoubt>,
        layouts: CompiledLayouts,
        queue: BoundedQueue<ScannerEvent>,
        silence: Duration
    ) {
        self.register = register
        self.doubts = doubts
        self.opener = SourceOpener(layouts: layouts)
        self.queue = queue
        self.silence = silence
    }

    /// When to act although no data arrives; nil while no reading is open and no scanner is missing.
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
            close(scanner.node.syspath, as: .deviceGone)
            fail(scanner.node, error)
        }
    }

    /// Ends readings whose pause is too long, and retries devices that could not be opened.
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

    /// Pushes scans.
    ///
    /// Codes with AIM identifiers are separate symbols; others in one burst are evaluated together.
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

    func reads(_ node: DeviceNode) -> Bool { scanners.contains { $0.node.syspath == node.syspath } }

    /// Opens a named node that is not open yet; if two nodes have the same claim, neither stays open.
    func attach(_ node: DeviceNode) {
        guard register.names(node) else { return }
        named[node.syspath] = node
        let others = named.values.filter { register.cannotTell(node, from: $0) }
        if let doubt = register.doubt(of: node), !others.isEmpty || doubts.contains(doubt) {
            if doubts.insert(doubt).inserted { queue.push(.doubted(doubt)) }
            for node in others + [node] { refuse(node) }
            return
        }
        if reads(node) { return }
        let setting = register.setting(for: node.identity)
        do throws(ScannerFailure) {
            guard let source = try opener.open(node, setting) else {
                forget(node.syspath)
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
            failures[node.syspath] = nil
            let place = scanners.firstIndex { $0.node.syspath > node.syspath } ?? scanners.endIndex
            scanners.insert(scanner, at: place)
            queue.push(.attached(node.identity))
            for watch in watches { add(watch, to: scanner) }
        } catch {
            fail(node, error)
        }
    }

    /// Closes a node that is gone or no longer named.
    func detach(_ syspath: String, as rejection: ScanRejection) {
        close(syspath, as: rejection)
        forget(syspath)
    }

    private func refuse(_ node: DeviceNode) {
        close(node.syspath, as: .readerStopped)
        fail(node, .indistinguishable)
    }

    /// Removes a node; if its failure was reported, its removal is reported too.
    private func forget(_ syspath: String) {
        retries[syspath] = nil
        let node = named.removeValue(forKey: syspath)
        if failures.removeValue(forKey: syspath) != nil, let node { queue.push(.detached(node.identity)) }
    }

    private func close(_ syspath: String, as rejection: ScanRejection) {
        guard let index = scanners.firstIndex(where: { $0.node.syspath == syspath }) else { return }
        let scanner = scanners[index]
        for outcome in scanner.close(as: rejection) { tell(outcome, of: scanner, now: clock.now) }
        scanners.remove(at: index)
        scanner.watchers.tell(.detached(scanner.identity))
        queue.push(.detached(scanner.identity))
    }

    /// Brings the open devices in line with those present.
    func agree(with nodes: [DeviceNode]) {
        let present = Set(nodes.map(\.syspath))
        for path in named.keys where !present.contains(path) { detach(path, as: .deviceGone) }
        // Add all nodes first, so that neither of two with the same name is opened.
        for node in nodes where register.names(node) { named[node.syspath] = node }
        for node in nodes { attach(node) }
    }

    /// Closes devices that the settings no longer name or whose setting changed; the others continue without a gap.
    func use(_ settings: [ScannerSetting], _ doubts: Set<ScannerDoubt>, _ layouts: CompiledLayouts) {
        register = ScannerRegister(settings: settings)
        opener = SourceOpener(layouts: layouts)
        self.doubts = doubts
        for scanner in scanners
        where !register.names(scanner.node) || register.setting(for: scanner.identity) != scanner.setting {
            detach(scanner.node.syspath, as: .readerStopped)
        }
        // Failed devices are tried again with the current settings.
        for path in failures.keys { detach(path, as: .readerStopped) }
    }

    private func fail(_ node: DeviceNode, _ failure: ScannerFailure) {
        let isNews = failures.updateValue(failure, forKey: node.syspath) != failure
        let schedule = RetrySchedule(node, after: failure, now: clock.now)
        retries[node.syspath] = retries[node.syspath]?.again(after: failure, now: clock.now) ?? schedule
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
        guard scanner.identity.answers(to: watch.name) else { return }
        scanner.watchers.append(watch)
        watch.tell(.attached(scanner.identity))
    }

    func close() {
        for scanner in scanners { detach(scanner.node.syspath, as: .readerStopped) }
        for watch in watches { watch.queue.finish() }
    }
}
