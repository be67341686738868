/// Selects the devices to read: only those that a udev rule or the configuration names.
struct ScannerRegister {
    let settings: [ScannerSetting]

    /// Whether the device may be opened.
    func names(_ node: DeviceNode) -> Bool {
        if node.isTagged { return true }
        guard node.identity.transport != .keyboard || node.isKeyboard else { return false }
        return setting(for: node.identity) != nil
    }

    /// How a device is identified; two devices with the same claim cannot be distinguished.
    enum Claim: Hashable {
        /// A setting that selects a single device.
        case setting(ScannerSetting, ScannerTransport)
        /// A name, which also determines a station.
        case name(String, ScannerTransport)
        /// A device of a model whose readings all belong to one station.
        case shared
    }

    func claim(of node: DeviceNode) -> Claim {
        let setting = setting(for: node.identity)
        if let setting, setting.match.isParticular { return .setting(setting, node.identity.transport) }
        return setting?.station == nil ? .name(node.identity.stableName, node.identity.transport) : .shared
    }

    /// Whether one of two named nodes may be mistaken for the other.
    ///
    /// A setting selects a single node, because the second keyboard of a wireless receiver may be the clerk's. The
    /// vendors in the udev rule make scanners only, so a device of theirs may have several nodes.
    func cannotTell(_ node: DeviceNode, from other: DeviceNode) -> Bool {
        guard node.syspath != other.syspath, claim(of: node) == claim(of: other) else { return false }
        return switch claim(of: node) {
        case .setting: true
        case .name: node.usbDevice == nil || node.usbDevice != other.usbDevice
        case .shared: false
        }
    }

    /// The ambiguous match if two devices were named like this one; nil for a device of a shared model, which is
    /// never ambiguous.
    func doubt(of node: DeviceNode) -> ScannerDoubt? {
        let match: ScannerMatch?
        switch claim(of: node) {
        case .setting(let setting, _): match = setting.match
        case .name: match = ScannerMatch(stableNameOf: node.identity)
        case .shared: match = nil
        }
        return match.map { ScannerDoubt(match: $0, transport: node.identity.transport) }
    }

    /// The first setting that matches.
    func setting(for identity: ScannerIdentity) -> ScannerSetting? { settings.first { $0.match.matches(identity) } }
}
