import CCups

/// The address of a print server, or of a printer with its own server.
struct PrintServer: Sendable, Hashable, CustomStringConvertible {
    /// The host's name or address, or the path of a socket.
    let host: String
    let port: Int32
    /// Whether it runs on this machine.
    var isHere: Bool { host.hasPrefix("/") || ["localhost", "::1"].contains(host) || host.hasPrefix("127.") }
    /// The path to which requests are sent.
    let path: String
    let isEncrypted: Bool

    private static let standardPort: Int32 = 631

    /// Parses `host`, `host:port`, `[address]:port` or a path, as in CUPS_SERVER.
    init(parsing text: String) {
        let host: String
        var port = Self.standardPort
        if text.hasPrefix("/") {
            host = text
        } else if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            host = String(text[text.index(after: text.startIndex)..<end])
            port = Int32(text[end...].dropFirst(2)) ?? Self.standardPort
        } else if let colon = text.lastIndex(of: ":"), let number = Int32(text[text.index(after: colon)...]) {
            (host, port) = (String(text[..<colon]), number)
        } else {
            host = text
        }
        self.init(host: host, port: port)
    }

    /// Whether a printer at `uri` can be queried: it speaks IPP, at a host or under a name in DNS-SD (RFC 6763).
    static func speaksIPP(_ uri: String) -> Bool {
        isNamed(uri) ? uri.contains("._ipp") : uri.hasPrefix("ipp://") || uri.hasPrefix("ipps://")
    }

    private static func isNamed(_ uri: String) -> Bool { uri.hasPrefix("dnssd://") || uri.contains("._tcp") }

    /// Creates the address of the printer at `uri`, such as `ipp://host:631/ipp/print`; nil if it does not speak IPP or
    /// has no fixed address.
    init?(device uri: String) {
        guard uri.hasPrefix("ipp://") || uri.hasPrefix("ipps://"), let slashes = uri.firstRange(of: "://") else {
            return nil
        }
        let rest = uri[slashes.upperBound...].prefix { $0 != "?" }
        let place = rest.prefix { $0 != "/" }
        // A user's name and password precede an at sign.
        guard !place.isEmpty, !place.contains("@"), !Self.isNamed(uri) else { return nil }
        let server = PrintServer(parsing: String(place))
        let path = rest.dropFirst(place.count)
        let isEncrypted = uri.hasPrefix("ipps://")
        self.init(
            host: server.host,
            port: server.port,
            path: path.isEmpty ? "/" : String(path),
            isEncrypted: isEncrypted
        )
    }

    /// Resolves a DNS-SD name, such as `dnssd://Zebra._ipp._tcp.local/`, through avahi and libcups, which also
    /// connects; nil if there is no answer.
    ///
    /// libcups keeps the limit of `milliseconds` only if it need not query DNS, too.
    init?(resolving uri: String, milliseconds: Int32) {
        guard Self.isNamed(uri), Self.speaksIPP(uri) else { return nil }
        var destinations: UnsafeMutablePointer<cups_dest_t>?
        let count = cupsAddDest("printer", nil, 0, &destinations)
        guard let destination = destinations else { return nil }
        defer { cupsFreeDests(count, destination) }
        destination.pointee.num_options = cupsAddOption("device-uri", uri, 0, &destination.pointee.options)
        var path = [CChar](repeating: 0, count: 1_024)
        let flags = UInt32(CUPS_DEST_FLAGS_DEVICE)
        guard
            let http = cupsConnectDest(destination, flags, milliseconds, nil, &path, path.count, nil, nil)
        else { return nil }
        defer { httpClose(http) }
        var host = [CChar](repeating: 0, count: 256)
        guard httpGetHostname(http, &host, Int32(host.count)) != nil else { return nil }
        self.init(
            host: host.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" },
            port: httpAddrPort(httpGetAddress(http)),
            path: path.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "/" },
            isEncrypted: httpIsEncrypted(http) != 0
        )
    }

    /// The default server according to CUPS_SERVER, client.conf or libcups.
    static var standard: PrintServer {
        PrintServer(host: cupsServer().map { String(cString: $0) } ?? "localhost", port: ippPort())
    }

    private init(host: String, port: Int32, path: String = "/", isEncrypted: Bool = false) {
        self.host = host
        self.port = port
        self.path = path
        self.isEncrypted = isEncrypted
    }

    var description: String { host.hasPrefix("/") ? host : "\(host):\(port)" }
}
