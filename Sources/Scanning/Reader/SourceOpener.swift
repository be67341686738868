/// Opens the device of a node according to its transport.
struct SourceOpener {
    private let layouts: CompiledLayouts

    init(layouts: CompiledLayouts) {
        self.layouts = layouts
    }

    /// Opens the device, exclusively as far as the kernel allows; nil when it is already gone.
    func open(_ node: DeviceNode, _ setting: ScannerSetting?) throws(ScannerFailure) -> (any ScannerSource)? {
        try open(
            node,
            framing: setting?.framing ?? .suffix,
            layout: setting?.layout ?? .us,
            line: setting?.line ?? .common
        )
    }

    /// Opens a device without a setting.
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

    /// Checks the IDs, because the node may since have been assigned to another device.
    private func check(_ node: DeviceNode, vendor: String, product: String) throws(ScannerFailure) {
        guard node.identity.vendor == vendor, node.identity.product == product else {
            throw .replaced(vendor: vendor, product: product)
        }
    }
}
