import CCups

/// The one owner of a connection to a print server; used for one exchange and closed.
struct CUPSConnection: ~Copyable {
    private let http: OpaquePointer
    private let server: PrintServer
    private static let connectMilliseconds: Int32 = 5_000
    private static let silenceSeconds = 30.0

    init(to server: PrintServer) throws(PrintError) {
        // libcups would otherwise ask for a password on the terminal.
        cupsSetPasswordCB2({ _, _, _, _, _ in nil }, nil)
        guard
            let http = httpConnect2(
                server.host,
                server.port,
                nil,
                AF_UNSPEC,
                cupsEncryption(),
                1,
                Self.connectMilliseconds,
                nil
            )
        else { throw .serverAway(server: server.description, words: Self.lastWords) }
        httpSetTimeout(http, Self.silenceSeconds, { _, _ in 0 }, nil)
        self.http = http
        self.server = server
    }

    deinit { httpClose(http) }

    /// Sends `request` with an optional document and returns the answer, whatever its status says.
    func exchange(
        _ request: borrowing IPPMessage,
        path: String = "/",
        document: [UInt8] = []
    ) throws(PrintError) -> IPPMessage {
        let length = ippLength(request.pointer) + document.count
        var status = cupsSendRequest(http, request.pointer, path, length)
        if status == HTTP_STATUS_CONTINUE, !document.isEmpty {
            status = document.withUnsafeBytes { bytes in
                cupsWriteRequestData(http, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
            }
        }
        guard let answer = cupsGetResponse(http, path) else {
            let words = Self.lastWords
            switch cupsLastError() {
            case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE, IPP_STATUS_ERROR_INTERNAL:
                throw .serverAway(server: server.description, words: words)
            default: throw .refused(words: words)
            }
        }
        return IPPMessage(consuming: answer)
    }

    /// What libcups says about the last exchange on this thread.
    static var lastWords: String {
        guard let words = cupsLastErrorString() else { return "no reason given" }
        return String(cString: words)
    }
}
