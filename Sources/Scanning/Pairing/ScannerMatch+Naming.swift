extension ScannerMatch {
    /// The smallest set of criteria that matches a node and none of the others plugged in.
    ///
    /// Throws when there is none, because text typed on the wrong keyboard would then be taken for a barcode.
    init(naming node: DeviceNode, among nodes: [DeviceNode]) throws(ScannerPairingError) {
        let identity = node.identity
        let title = identity.name.isEmpty ? identity.stableName : identity.name
        switch identity.bus {
        case .program: throw .madeByProgram(title)
        case .board where identity.transport == .keyboard: throw .sharedSocket(title)
        case .board, .usb, .bluetooth: break
        }
        let others = nodes.filter { other in
            other.syspath != node.syspath && other.identity.transport == identity.transport
                && (identity.transport != .keyboard || other.isKeyboard)
        }
        let candidates = Self.candidates(for: identity)
        if candidates.isEmpty { throw .unidentifiable(title) }
        guard let match = candidates.first(where: { match in !others.contains { match.matches($0.identity) } }) else {
            throw .indistinguishable(title)
        }
        self = match
    }

    /// The serial number comes before the port, which changes when the scanner is plugged in elsewhere.
    private static func candidates(for identity: ScannerIdentity) -> [ScannerMatch] {
        var parts: [(serial: String?, port: String?, interface: String?)] = []
        func add(_ serial: String?, _ port: String?) {
            parts.append((serial, port, nil))
            if let interface = identity.interface { parts.append((serial, port, interface)) }
        }
        if identity.hasOwnSerial { add(identity.serial, nil) }
        if identity.port != nil { add(identity.serial, identity.port) }
        // The IDs from udev may be invalid; such a match is skipped.
        return parts.compactMap { part in
            try? ScannerMatch(
                vendor: identity.vendor.isEmpty ? nil : identity.vendor,
                product: identity.product.isEmpty ? nil : identity.product,
                serial: part.serial,
                port: part.port,
                interface: part.interface
            )
        }
    }
}
