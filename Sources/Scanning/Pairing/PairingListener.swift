/// Listens to the keyboards that nobody has named, while a pairing goes on, and only then.
///
/// Not Sendable: it lives on the reading thread.
final class PairingListener {
    private var request: PairingRequest?
    private(set) var deadline: ContinuousClock.Instant?
    private(set) var keyboards: [UnnamedKeyboard] = []
    private var unreadable: Set<String> = []

    /// Begins; the keyboards are told by ``agree(with:)``.
    func begin(_ request: PairingRequest, now: ContinuousClock.Instant) {
        guard self.request == nil else {
            request.finish(.failure(.alreadyPairing))
            return
        }
        // It may have been given up before it came here.
        if request.isAnswered { return }
        self.request = request
        deadline = now.advanced(by: request.limit)
    }

    /// Opens a keyboard while a pairing goes on.
    func listen(to node: DeviceNode) {
        guard let request, node.isKeyboard, node.identity.transport == .keyboard,
            !keyboards.contains(where: { $0.node.syspath == node.syspath })
        else { return }
        do throws(ScannerFailure) {
            guard let device = try EventDevice.open(node.identity.devnode) else { return }
            guard device.vendor == node.identity.vendor, device.product == node.identity.product else { return }
            keyboards.append(UnnamedKeyboard(node: node, device: device, patterns: request.patterns))
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
            guard let layouts = try keyboard.read() else { return }
            let paired = PairedScanner(identity: keyboard.node.identity, layouts: layouts, isNamed: false)
            finish(.success(paired))
        } catch {
            forget(keyboard.node.syspath)
        }
    }

    /// Whether the reading of a named scanner is the pairing barcode, and so no reading of an item.
    func takes(_ scan: Scan) -> Bool {
        guard let request, scan.reading.data == request.text else { return false }
        finish(.success(PairedScanner(identity: scan.scanner, layouts: [], isNamed: true)))
        return true
    }

    func meetDeadline(now: ContinuousClock.Instant) {
        if let deadline, deadline <= now { finish(.failure(.nobodyTyped(unreadable: unreadable.count))) }
    }

    func end(_ request: PairingRequest) {
        if self.request === request { finish(.failure(.cancelled)) }
    }

    func close() { finish(.failure(.notRunning)) }

    private func finish(_ answer: PairingRequest.Answer) {
        request?.finish(answer)
        request = nil
        deadline = nil
        keyboards = []
        unreadable = []
    }
}
