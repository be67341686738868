/// Which devices are meant: those that a udev rule or the configuration names, and no others.
struct ScannerRegister {
    let settings: [ScannerSetting]

    /// Whether the device may be opened.
    func names(_ node: DeviceNode) -> Bool {
        if node.isTagged { return true }
        guard node.identity.transport != .keyboard || node.isKeyboard else { return false }
        return setting(for: node.identity) != nil
    }

    /// By what a device is known; two devices with one claim cannot be told apart.
    enum Claim: Hashable {
        /// A setting that means one device.
        case setting(ScannerSetting, ScannerTransport)
        /// A name, which stands for a station too.
        case name(String, ScannerTransport)
        /// One of a model, all of which make readings of one station.
        case shared
    }

    func claim(of node: DeviceNode) -> Claim {
        let setting = setting(for: node.identity)
        if let setting, setting.match.isParticular { return .setting(setting, node.identity.transport) }
        return setting?.station == nil ? .name(node.identity.stableName, node.identity.transport) : .shared
    }

    /// Whether one of two nodes that are named may be taken for the other.
    ///
    /// A setting means one node, as the second keyboard of a wireless receiver is the clerk's; a maker of scanners that the
    /// udev rule knows makes none for people, so that its device may have several.
    func cannotTell(_ node: DeviceNode, from other: DeviceNode) -> Bool {
        guard node.syspath != other.syspath, claim(of: node) == claim(of: other) else { return false }
        return switch claim(of: node) {
        case .setting: true
        case .name: node.usbDevice == nil || node.usbDevice != other.usbDevice
        case .shared: false
        }
    }

    /// What two devices at once were named by, when it was this device; nil for one of a model, which is never in doubt.
    func doubt(of node: DeviceNode) -> ScannerDoubt? {
        let match: ScannerMatch?
        switch claim(of: node) {
        case .setting(let setting, _): match = setting.match
        case .name: match = ScannerMatch(stableNameOf: node.identity)
        case .shared: match = nil
        }
        return match.map { ScannerDoubt(match: $0, transport: node.identity.transport) }
    }

    /// The first setting that agrees.
    func setting(for identity: ScannerIdentity) -> ScannerSetting? {
        settings.first { $0.match.matches(identity) }
    }
}
