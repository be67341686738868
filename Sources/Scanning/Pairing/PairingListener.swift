/// Listens to the keyboards that are not read as scanners, while a pairing goes on, and only then.
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
    private(set) var keyboards: [UnnamedKeyboard] = []
    private var unreadable: Set<String> = []
    /// What is plugged in now.
    var survey: () -> [DeviceNode] = { [] }

    /// When something is to be done though nothing comes; nil while no pairing goes on.
    var deadline: ContinuousClock.Instant? { (keyboards.compactMap(\.deadline) + [end].compactMap { $0 }).min() }

    /// Begins; the keyboards are told by ``agree(with:)``.
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

    /// Opens a keyboard while a pairing goes on.
    func listen(to node: DeviceNode) {
        guard let request, node.isKeyboard, node.identity.transport == .keyboard,
            !keyboards.contains(where: { $0.node.syspath == node.syspath })
        else { return }
        do throws(ScannerFailure) {
            guard let device = try EventDevice.open(node.identity.devnode) else { return }
            guard device.vendor == node.identity.vendor, device.product == node.identity.product else { return }
            keyboards.append(UnnamedKeyboard(node: node, device: device, request: request, now: clock.now))
        } catch {
            unreadable.insert(node.syspath)
        }
    }

    func agree(with nodes: [DeviceNode]) {
        let present = Set(nodes.map(\.syspath))
        keyboards.removeAll { !present.contains($0.node.syspath) }
        for node in nodes { listen(to: node) }
    }

    func forget(_ syspath: String) {
        keyboards.removeAll { $0.node.syspath == syspath }
        unreadable.remove(syspath)
    }

    func read(_ keyboard: UnnamedKeyboard) {
        guard request != nil else { return }
        do throws(ScannerFailure) {
            if let match = try keyboard.read(now: clock.now) { take(match, of: keyboard) }
        } catch {
            forget(keyboard.node.syspath)
        }
    }

    /// Whether the reading of a named scanner is the pairing barcode, and so no reading of an item.
    func takes(_ scan: Scan) -> Bool {
        guard let request, scan.reading.spells(request.text) else { return false }
        let nodes = survey()
        let node = nodes.first { $0.identity == scan.scanner }
        pair(node ?? DeviceNode(syspath: "", identity: scan.scanner), among: nodes, nil)
        return true
    }

    func meetDeadlines() {
        let now = clock.now
        for keyboard in keyboards {
            guard let deadline = keyboard.deadline, deadline <= now, let match = keyboard.fellSilent() else { continue }
            take(match, of: keyboard)
        }
        if let end, end <= now { finish(.failure(refusal ?? .nobodyTyped(unreadable: unreadable.count))) }
    }

    func end(_ request: PairingRequest) {
        if self.request === request { finish(.failure(.cancelled)) }
    }

    func close() { finish(.failure(.notRunning)) }

    private func take(_ match: PairingMatcher.Match, of keyboard: UnnamedKeyboard) {
        pair(keyboard.node, among: survey(), match)
    }

    /// Pairs the device that typed the barcode, and none that may only be it.
    private func pair(_ node: DeviceNode, among nodes: [DeviceNode], _ typed: PairingMatcher.Match?) {
        do throws(ScannerPairingError) {
            let paired = PairedScanner(
                identity: node.identity,
                match: try ScannerMatch(naming: node, among: nodes),
                layouts: typed?.layouts ?? [],
                framing: typed?.framing
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
        keyboards = []
        unreadable = []
    }
}
