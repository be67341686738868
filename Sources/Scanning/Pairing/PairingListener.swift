/// Listens to the keyboards and HID POS scanners that are not read, while a pairing goes on, and only then; to serial lines
/// over USB where the pairing says so.
///
/// Not Sendable: it lives on the reading thread.
final class PairingListener {
    /// How long a scanner may still type after a device that cannot be paired has typed the same, as the program does that
    /// passes on what the scanner types.
    private static let grace = Duration.seconds(1)

    private let clock = ContinuousClock()
    private var request: PairingRequest?
    private var end: ContinuousClock.Instant?
    /// Why the device that typed the barcode is not paired.
    private var refusal: ScannerPairingError?
    private(set) var devices: [any UnnamedDevice] = []
    private var unreadable: Set<String> = []
    /// What is plugged in now.
    var survey: () -> [DeviceNode] = { [] }

    /// When something is to be done though nothing comes; nil while no pairing goes on.
    var deadline: ContinuousClock.Instant? { (devices.compactMap(\.deadline) + [end].compactMap { $0 }).min() }

    /// Begins; the devices are told by ``agree(with:)``.
    func begin(_ request: PairingRequest) {
        guard self.request == nil else {
            request.finish(.failure(.alreadyPairing))
            return
        }
        // It may have been given up before it came here.
        if request.isAnswered { return }
        self.request = request
        end = clock.now.advanced(by: request.limit)
    }

    /// Opens what may be the scanner while a pairing goes on.
    func listen(to node: DeviceNode) {
        guard let request, !devices.contains(where: { $0.node.syspath == node.syspath }) else { return }
        do throws(ScannerFailure) {
            if let device = try open(node, request) { devices.append(device) }
        } catch {
            unreadable.insert(node.syspath)
        }
    }

    /// nil for what is not listened to, and for what is gone already.
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

    /// Whether the reading of a named scanner is the pairing barcode, and so no reading of an item.
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

    /// Pairs the device that typed the barcode, and none that may only be it.
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
