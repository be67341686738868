/// The address of a printer.
public enum PrinterAddress: Sendable, Hashable, CustomStringConvertible {
    /// A CUPS queue and optionally one of its sets of options (`lpoptions -p queue/instance`).
    case queue(String, instance: String?)
    /// A printer that accepts its own language directly over the network.
    case socket(host: String, port: UInt16)

    /// The default port of printers that accept raw data.
    public static let rawPort: UInt16 = 9_100

    /// Parses `queue`, `queue/instance` or `socket://host:port`; nil for anything else.
    public init?(parsing text: String) {
        let scheme = "socket://"
        guard text.hasPrefix(scheme) else {
            let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts.first, parts.allSatisfy({ Self.isName($0) }) else { return nil }
            self = .queue(String(name), instance: parts.count > 1 ? String(parts[1]) : nil)
            return
        }
        var host = text.dropFirst(scheme.count)
        var port = Self.rawPort
        if host.last == "/" { host.removeLast() }
        if let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") {
            guard let number = UInt16(host[host.index(after: colon)...]), number > 0 else { return nil }
            port = number
            host = host[..<colon]
        }
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        guard (1...253).contains(host.utf8.count), host.utf8.allSatisfy({ (33...126).contains($0) && $0 != 47 }) else {
            return nil
        }
        self = .socket(host: String(host), port: port)
    }

    /// Whether CUPS allows `name` for a queue.
    ///
    /// Such a name needs no escaping in a URI.
    public static func isName(_ name: some StringProtocol) -> Bool {
        guard (1...127).contains(name.utf8.count) else { return false }
        return name.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
    }

    public var description: String {
        switch self {
        case .queue(let name, let instance): name + (instance.map { "/" + $0 } ?? "")
        case .socket(let host, let port): "socket://" + (host.contains(":") ? "[\(host)]" : host) + ":\(port)"
        }
    }
}
