import CCups
import Localization

/// Owns a connection to a print server, for a single exchange.
struct CUPSConnection: ~Copyable {
    /// The time limits for connecting and answering.
    struct Patience: Sendable {
        let connectMilliseconds: Int32
        let silenceSeconds: Double

        static let usual = Patience(connectMilliseconds: 5_000, silenceSeconds: 30)
        /// For optional requests.
        static let short = Patience(connectMilliseconds: 1_500, silenceSeconds: 2)
        /// For requests that a user waits for and that are repeated.
        static let brief = Patience(connectMilliseconds: 3_000, silenceSeconds: 10)
        /// For a printer that may have to wake up.
        static let waking = Patience(connectMilliseconds: 6_000, silenceSeconds: 10)
    }

    private let http: OpaquePointer
    private let server: PrintServer

    init(to server: PrintServer, patience: Patience = .usual) throws(PrintError) {
        // Otherwise libcups would prompt for a password on the terminal.
        cupsSetPasswordCB2({ _, _, _, _, _ in nil }, nil)
        guard
            let http = httpConnect2(
                server.host,
                server.port,
                nil,
                AF_UNSPEC,
                server.isEncrypted ? HTTP_ENCRYPTION_ALWAYS : cupsEncryption(),
                1,
                patience.connectMilliseconds,
                nil
            )
        else { throw .serverAway(server: server.description, words: Self.lastWords) }
        httpSetTimeout(http, patience.silenceSeconds, { _, _ in 0 }, nil)
        self.http = http
        self.server = server
    }

    deinit { httpClose(http) }

    /// Sends `request` with an optional document and returns the response, whatever its status.
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
            case IPP_STATUS_ERROR_NOT_AUTHENTICATED, IPP_STATUS_ERROR_NOT_AUTHORIZED, IPP_STATUS_ERROR_FORBIDDEN:
                throw .authenticationNeeded(
                    printer: path.split(separator: "/").last.map(String.init) ?? server.description
                )
            default: throw .refused(words: words)
            }
        }
        return IPPMessage(consuming: answer)
    }

    /// Returns the driver of a queue that takes raster, with the options of the destination and its instance; nil if
    /// there is none.
    func driver(of queue: String, instance: String?) -> QueueDriver? {
        guard let driver = QueueDriver(of: queue, over: http) else { return nil }
        withOptions(of: queue, instance, except: JobOptions.own) { driver.mark($0, $1) }
        return driver
    }

    /// Adds the options that `lpoptions` stores for the destination and its instance.
    func addOptions(of ticket: PrintTicket, to request: borrowing IPPMessage) {
        let own = JobOptions.own + ticket.options.map(\.name)
        withOptions(of: ticket.printer, ticket.instance, except: own) { count, options in
            cupsEncodeOptions2(request.pointer, count, options, IPP_TAG_JOB)
        }
    }

    /// Calls `body` with the options of a destination, except those in `own`, which each job sets itself.
    private func withOptions(
        of queue: String,
        _ instance: String?,
        except own: [String],
        _ body: (CInt, UnsafeMutablePointer<cups_option_t>?) -> Void
    ) {
        guard let destination = cupsGetNamedDest(http, queue, instance) else { return }
        defer { cupsFreeDests(1, destination) }
        for name in own {
            destination.pointee.num_options = cupsRemoveOption(
                name,
                destination.pointee.num_options,
                &destination.pointee.options
            )
        }
        body(destination.pointee.num_options, destination.pointee.options)
    }

    /// libcups's message about the last exchange on this thread.
    static var lastWords: Message {
        guard let words = cupsLastErrorString() else { return Message("no reason given") }
        return Message(verbatim: String(cString: words))
    }
}
