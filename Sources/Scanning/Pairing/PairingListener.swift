/// Listens, only during a pairing, to keyboards and HID POS scanners that are not read as scanners, and to USB serial
/// lines if requested.
///
/// Not Sendable: used only on the reading thread.
final class PairingListener {
    /// How long to wait for another scanner after an unpairable device has typed the barcode; the device may be a
    /// program that forwards the scanner's keys.
    private static let grace = Duration.seconds(1)

    private let clock = ContinuousClock()
    private var request: PairingRequest?
    private var end: ContinuousClock.Instant?
    /// Why the device that typed the barcode cannot be paired.
    private var refusal: ScannerPairingError?
    private(set) var devices: [any UnnamedDevice] = []
    private var unreadable: Set<String> = []
    /// Returns the devices currently plugged in.
    var survey: () -> [DeviceNode] = { [] }

    /// When to act although no data arrives; nil when no pairing is in progress.
    var deadline: ContinuousClock.Instant? { (devices.compactMap(\.deadline) + [end].compactMap { $0 }).min() }

    /// Starts a pairing; ``agree(with:)`` supplies the devices.
    func begin(_ request: PairingRequest) {
        guard self.request == nil else {
            request.finish(.failure(.alreadyPairing))
            return
        }
        // It may have been cancelled before it reached this thread.
        if request.isAnswered { return }
        self.request = request
        end = clock.now.advanced(by: request.limit)
    }

    /// Opens a device that may be the scanner, during a pairing.
    func listen(to node: DeviceNode) {
        guard let request, !devices.contains(where: { $0.node.syspath == node.syspath }) else { return }
        do throws(ScannerFailure) {
            if let device = try open(node, request) { devices.append(device) }
        } catch {
            unreadable.insert(node.syspath)
        }
    }

    /// Returns nil for a device that is not listened to or is already gone.
    private func open(_ node: DeviceNode, _ request: PairingRequest) throws(ScannerFailure) -> (any UnnamedDevice)? {
        switch node.identity.transport {
        case .keyboard:
            guard node.isKeyboard, let device = try EventDevice.open(node.identity.devnode),
                device.vendor == node.identity.vendor, device.product == node.identity.product
            else { return nil }
            return UnnamedKeyboard(node: node, device: device, request: request, now: clock.now)
        case .serial where !request.listensToLines || node.usbDevice == nil:
            return nil
        case .serial, .pointOfSale:
            let opener = SourceOpener(layouts: request.compiled)
            guard let source = try opener.open(node, framing: request.lineFraming) else { return nil }
            return UnnamedScanner(node: node, source: source, request: request, now: clock.now)
        }
    }

    func agree(with nodes: [DeviceNode]) {
        let present = Set(nodes.map(\.syspath))
        devices.removeAll { !present.contains($0.node.syspath) }
        for node in nodes { listen(to: node) }
    }

    func forget(_ syspath: String) {
        devices.removeAll { $0.node.syspath == syspath }
        unreadable.remove(syspath)
    }

    func read(_ device: any UnnamedDevice) {
        guard request != nil else { return }
        do throws(ScannerFailure) {
            if let match = try device.read(now: clock.now) { take(match, of: device) }
        } catch {
            forget(device.node.syspath)
        }
    }

    /// Whether the reading of a named scanner is the pairing barcode, and therefore not processed as a reading.
    func takes(_ scan: Scan) -> Bool {
        guard let request, let affixes = ScanAffixes(around: request.text, in: scan.reading.text) else { return false }
        let nodes = survey()
        let node = nodes.first { $0.identity == scan.scanner }
        pair(node ?? DeviceNode(syspath: "", identity: scan.scanner), among: nodes, nil, affixes)
        return true
    }

    func meetDeadlines() {
        let now = clock.now
        for device in devices {
            guard let deadline = device.deadline, deadline <= now, let match = device.fellSilent() else { continue }
            take(match, of: device)
        }
        if let end, end <= now { finish(.failure(refusal ?? .nobodyTyped(unreadable: unreadable.count))) }
    }

    func end(_ request: PairingRequest) {
        if self.request === request { finish(.failure(.cancelled)) }
    }

    func close() { finish(.failure(.notRunning)) }

    private func take(_ match: PairingMatcher.Match, of device: any UnnamedDevice) {
        pair(device.node, among: survey(), match, match.affixes)
    }

    /// Pairs the device that typed the barcode; never one that cannot be distinguished from it.
    private func pair(
        _ node: DeviceNode,
        among nodes: [DeviceNode],
        _ typed: PairingMatcher.Match?,
        _ affixes: ScanAffixes
    ) {
        do throws(ScannerPairingError) {
            let paired = PairedScanner(
                identity: node.identity,
                match: try ScannerMatch(naming: node, among: nodes),
                layouts: typed?.layouts ?? [],
                framing: typed?.framing,
                affixes: affixes
            )
            finish(.success(paired))
        } catch {
            refusal = error
            end = min(end ?? clock.now, clock.now.advanced(by: Self.grace))
        }
    }

    private func finish(_ answer: PairingRequest.Answer) {
        request?.finish(answer)
        request = nil
        end = nil
        refusal = nil
        devices = []
        unreadable = []
    }
}
