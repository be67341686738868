import CCups

/// Where a print server, or a printer that is one, listens.
struct PrintServer: Sendable, Hashable, CustomStringConvertible {
    /// A host's name or address, or the path of a socket.
    let host: String
    let port: Int32
    /// Whether it runs on this machine.
    var isHere: Bool { host.hasPrefix("/") || ["localhost", "::1"].contains(host) || host.hasPrefix("127.") }
    /// What requests are sent to.
    let path: String
    let isEncrypted: Bool

    private static let standardPort: Int32 = 631

    /// Reads `host`, `host:port`, `[address]:port` or a path, as CUPS_SERVER is written.
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

    /// Whether a printer at `uri` can be asked: it speaks IPP, at a host or under a name in DNS-SD (RFC 6763).
    static func speaksIPP(_ uri: String) -> Bool {
        isNamed(uri) ? uri.contains("._ipp") : uri.hasPrefix("ipp://") || uri.hasPrefix("ipps://")
    }

    private static func isNamed(_ uri: String) -> Bool { uri.hasPrefix("dnssd://") || uri.contains("._tcp") }

    /// The printer at `uri`, such as `ipp://host:631/ipp/print`; nil when it does not speak IPP, or has no fixed place.
    init?(device uri: String) {
        guard uri.hasPrefix("ipp://") || uri.hasPrefix("ipps://"), let slashes = uri.firstRange(of: "://") else {
            return nil
        }
        let rest = uri[slashes.upperBound...].prefix { $0 != "?" }
        let place = rest.prefix { $0 != "/" }
        // A user's name and password stand before an at sign.
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

    /// Where a name in DNS-SD, such as `dnssd://Zebra._ipp._tcp.local/`, is now, as avahi says to libcups, which connects
    /// on the way; nil when nobody answers to it.
    ///
    /// libcups keeps to `milliseconds` only as long as it need not ask DNS too.
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

    /// The server that libcups finds in CUPS_SERVER, client.conf or its own default.
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
