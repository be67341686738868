/// Opens the device of a node in the way of its transport.
struct SourceOpener {
    private let layouts: CompiledLayouts

    init(layouts: CompiledLayouts) {
        self.layouts = layouts
    }

    /// The open device, to be read by this process alone as far as the kernel allows it; nil when it is gone already.
    func open(_ node: DeviceNode, _ setting: ScannerSetting?) throws(ScannerFailure) -> (any ScannerSource)? {
        try open(
            node,
            framing: setting?.framing ?? .suffix,
            layout: setting?.layout ?? .us,
            line: setting?.line ?? .common
        )
    }

    /// The same for a device that no setting names.
    func open(
        _ node: DeviceNode,
        framing: ScanFraming,
        layout: KeyboardLayout = .us,
        line: SerialLine = .common
    ) throws(ScannerFailure) -> (any ScannerSource)? {
        switch node.identity.transport {
        case .keyboard:
            let state = try layouts.state(of: layout)
            guard let device = try EventDevice.open(node.identity.devnode) else { return nil }
            try check(node, vendor: device.vendor, product: device.product)
            return try KeyboardSource(device: device, state: state, framing: framing)
        case .pointOfSale:
            guard let layout = node.reports, let device = try RawReportDevice.open(node.identity.devnode) else {
                return nil
            }
            let numbers = try device.numbers()
            try check(node, vendor: numbers.vendor, product: numbers.product)
            return PointOfSaleSource(device: device, layout: layout)
        case .serial:
            guard let port = try SerialPort.open(node.identity.devnode, line) else { return nil }
            return SerialSource(port: port, framing: framing)
        }
    }

    /// The node may have been given to another device since udev spoke.
    private func check(_ node: DeviceNode, vendor: String, product: String) throws(ScannerFailure) {
        guard node.identity.vendor == vendor, node.identity.product == product else {
            throw .replaced(vendor: vendor, product: product)
        }
    }
}
