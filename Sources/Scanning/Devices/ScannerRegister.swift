/// Which devices are meant: those that a udev rule or the configuration names, and no others.
struct ScannerRegister {
    let settings: [ScannerSetting]

    /// Whether the device may be opened.
    func names(_ node: DeviceNode) -> Bool {
        if node.isTagged { return true }
        guard node.identity.transport != .keyboard || node.isKeyboard else { return false }
        return setting(for: node.identity) != nil
    }

    /// The first setting that agrees.
    func setting(for identity: ScannerIdentity) -> ScannerSetting? {
        settings.first { $0.match.matches(identity) }
    }
}
