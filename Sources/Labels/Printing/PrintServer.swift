import CCups

/// Where a print server listens.
struct PrintServer: Sendable, Hashable, CustomStringConvertible {
    /// A host's name or address, or the path of a socket.
    let host: String
    let port: Int32

    /// Reads `host`, `host:port`, `[address]:port` or a path, as CUPS_SERVER is written.
    init(parsing text: String) {
        let standard: Int32 = 631
        if text.hasPrefix("/") {
            (host, port) = (text, standard)
        } else if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            host = String(text[text.index(after: text.startIndex)..<end])
            port = Int32(text[end...].dropFirst(2)) ?? standard
        } else if let colon = text.lastIndex(of: ":"), let number = Int32(text[text.index(after: colon)...]) {
            (host, port) = (String(text[..<colon]), number)
        } else {
            (host, port) = (text, standard)
        }
    }

    /// The server that libcups finds in CUPS_SERVER, client.conf or its own default.
    static var standard: PrintServer {
        PrintServer(host: cupsServer().map { String(cString: $0) } ?? "localhost", port: ippPort())
    }

    private init(host: String, port: Int32) {
        self.host = host
        self.port = port
    }

    var description: String { host.hasPrefix("/") ? host : "\(host):\(port)" }
}
