public import Localization

/// Criteria that select devices: all given parts must match, and at least one is given.
public struct ScannerMatch: Sendable, Hashable {
    /// Four lower-case hexadecimal digits.
    public let vendor: String?
    /// Four lower-case hexadecimal digits.
    public let product: String?
    public let serial: String?
    /// As in ``ScannerIdentity/port``; distinguishes two scanners without serial numbers.
    public let port: String?
    /// As in ``ScannerIdentity/interface``; distinguishes the keyboards of one wireless receiver.
    public let interface: String?
    /// A node or a link to one, such as `/dev/ttyS0` or `/dev/serial/by-id/…`; the only way to name a real serial port.
    public let path: String?

    /// Creates a match; throws a ``ScannerMatchError`` that names the invalid part.
    public init(
        vendor: String? = nil,
        product: String? = nil,
        serial: String? = nil,
        port: String? = nil,
        interface: String? = nil,
        path: String? = nil
    ) throws(ScannerMatchError) {
        guard [vendor, product, serial, port, interface, path].contains(where: { $0 != nil }) else { throw .empty }
        if let path, !path.hasPrefix("/dev/") { throw .notADevice(path) }
        self.vendor = try Self.number(vendor, part: "vendor")
        self.product = try Self.number(product, part: "product")
        self.serial = try Self.text(serial, part: "serial")
        self.port = try Self.text(port, part: "port")
        if let interface, interface.utf8.count != 2 || !interface.allSatisfy({ $0.isASCII && $0.isHexDigit }) {
            throw .notAnInterface(interface)
        }
        self.interface = interface?.lowercased()
        self.path = path
    }

    /// The match equivalent to ``ScannerIdentity/stableName`` of a device; nil when its IDs are invalid.
    init?(stableNameOf identity: ScannerIdentity) {
        let isLine = identity.vendor.isEmpty && identity.product.isEmpty && identity.serial == nil
        let serial = identity.hasOwnSerial || identity.port == nil ? identity.serial : nil
        try? self.init(
            vendor: identity.vendor.isEmpty ? nil : identity.vendor,
            product: identity.product.isEmpty ? nil : identity.product,
            serial: serial,
            port: serial == nil ? identity.port : nil,
            path: isLine ? identity.devnode : nil
        )
    }

    /// Whether it selects a single device, and not all of a model or a vendor.
    public var isParticular: Bool { serial != nil || port != nil || path != nil }

    public func matches(_ identity: ScannerIdentity) -> Bool {
        (vendor == nil || vendor == identity.vendor)
            && (product == nil || product == identity.product)
            && (serial == nil || serial == identity.serial)
            && (port == nil || port == identity.port)
            && (interface == nil || interface == identity.interface)
            && (path.map { $0 == identity.devnode || identity.links.contains($0) } ?? true)
    }

    private static func number(_ text: String?, part: String) throws(ScannerMatchError) -> String? {
        guard let text else { return nil }
        let isNumber = text.utf8.count == 4 && text.allSatisfy { $0.isASCII && $0.isHexDigit }
        guard isNumber else { throw .notFourHexDigits(part: part, value: text) }
        return text.lowercased()
    }

    private static func text(_ text: String?, part: String) throws(ScannerMatchError) -> String? {
        guard text?.isEmpty != true else { throw .blank(part: part) }
        return text
    }
}

/// Why the description of a scanner in the configuration is invalid.
public enum ScannerMatchError: Error, Sendable, Equatable, MessageConvertible {
    case empty
    case notFourHexDigits(part: String, value: String)
    case blank(part: String)
    case notAnInterface(String)
    case notADevice(String)

    /// The English text.
    public var description: String { message.english }

    public var message: Message {
        switch self {
        case .empty:
            Message("cannot match a scanner by nothing: give its vendor, product, serial, port or path")
        case .notFourHexDigits(let part, let value):
            Message(
                "cannot match a scanner by the \(part, "setting") \"\(value, "value")\": it has four hexadecimal digits, "
                    + "such as 05e0"
            )
        case .blank(let part):
            Message("cannot match a scanner by an empty \(part, "setting"): leave it out")
        case .notAnInterface(let text):
            Message(
                "cannot match a scanner by the interface \"\(text, "value")\": it has two hexadecimal digits, such as 00"
            )
        case .notADevice(let path):
            Message("cannot match a scanner by the path \"\(path, "path")\": it begins with /dev/")
        }
    }
}

/// A match that applied to two devices at once, and is therefore ambiguous.
///
/// Neither device is read until it is named otherwise, even after a restart, because the device plugged in then may
/// be either of them.
public struct ScannerDoubt: Sendable, Hashable {
    public let match: ScannerMatch
    public let transport: ScannerTransport

    public init(match: ScannerMatch, transport: ScannerTransport) {
        self.match = match
        self.transport = transport
    }
}
