import CCups

/// Where a print server, or a printer that is one, listens.
struct PrintServer: Sendable, Hashable, CustomStringConvertible {
    /// A host's name or address, or the path of a socket.
    let host: String
    let port: Int32
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

    /// The printer at `uri`, such as `ipp://host:631/ipp/print`; nil when it does not speak IPP, or has no fixed place.
    init?(device uri: String) {
        guard uri.hasPrefix("ipp://") || uri.hasPrefix("ipps://"), let slashes = uri.firstRange(of: "://") else {
            return nil
        }
        let rest = uri[slashes.upperBound...].prefix { $0 != "?" }
        let place = rest.prefix { $0 != "/" }
        // A user's name and password stand before an at sign; a percent sign is part of a name in DNS-SD.
        guard !place.isEmpty, !place.contains("@"), !place.contains("%"), !place.contains("._tcp") else { return nil }
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
