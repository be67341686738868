import CCups
import Localization

/// Queries the printer behind a queue for the outcome of a job; blocking, for the print executor only.
///
/// CUPS counts a job as completed once the printer has accepted it, even if the printer aborts it afterwards. The
/// printer has its own job number, so the job is found by its name (RFC 8011, section 4.2.6, Get-Jobs).
struct PrinterQuestion {
    /// The `device-uri` of the queue.
    let device: String

    private static let attributes = [
        "job-id", "job-impressions-completed", "job-media-sheets-completed", "job-name", "job-state",
        "job-state-reasons",
    ]
    /// The maximum number of jobs that a printer may list, to limit the response of a faulty one.
    private static let most = 500

    init(_ device: String) { self.device = device }

    func word(of job: PrintedJob) -> PrinterWord {
        guard let server = PrintServer(device: device) else {
            return .unknown(Message("it cannot be asked, at \(scheme, "scheme")"))
        }
        // These are CUPS paths. Only the other server could query the printer behind its queue.
        guard !server.path.hasPrefix("/printers/"), !server.path.hasPrefix("/classes/") else {
            return .unknown(Message("the print server \(server, "server") passed it on"))
        }
        guard !job.name.isEmpty else { return .unknown(Message("it has no name")) }
        do throws(PrintError) {
            var found: [[String: IPPValues]] = []
            // In this order, a job that ends in between is found at least once.
            for which in ["not-completed", "completed"] {
                found += try jobs(which, on: server).filter { $0["job-name"]?.strings.first == job.name }
            }
            return Self.word(of: found, pages: job.pages)
        } catch {
            if case .refused(let words) = error { return .unknown(words) }
            return .unreachable(error.message)
        }
    }

    /// Returns the combined report on the jobs that CUPS created from one, for attempts or copies.
    ///
    /// Each must have succeeded.
    static func word(of jobs: [[String: IPPValues]], pages: Int?) -> PrinterWord {
        guard !jobs.isEmpty else { return .unknown(Message("it does not know the job")) }
        var isUnderway = false
        var count = 0
        for job in jobs {
            let reasons = job["job-state-reasons"]?.strings.filter { $0 != "none" } ?? []
            let state = PrintJobState(ipp: job["job-state"]?.integer ?? 0)
            switch state {
            case .completed where !reasons.contains("job-completed-with-errors"): break
            case .completed, .canceled, .aborted:
                return .failed(Message(verbatim: ([state.description] + reasons).joined(separator: ", ")))
            case .pending, .held, .processing, .stopped: isUnderway = true
            case .forgotten, .other: return .unknown(Message("it says \(state, "state")"))
            }
            count += max(
                job["job-impressions-completed"]?.integer ?? 0,
                job["job-media-sheets-completed"]?.integer ?? 0
            )
        }
        if isUnderway { return .underway }
        // Many printers do not count pages.
        if let pages, count > 0, count < pages {
            return .failed(Message("it counted \(count, "count") of \(pages, "pages")"))
        }
        return .printed
    }

    private func jobs(_ which: String, on server: PrintServer) throws(PrintError) -> [[String: IPPValues]] {
        let request = try IPPMessage(IPP_OP_GET_JOBS)
        request.add(.operation, IPP_TAG_URI, "printer-uri", device)
        request.add(.operation, "limit", Self.most)
        request.request(Self.attributes)
        request.add(.operation, IPP_TAG_KEYWORD, "which-jobs", which)
        let answer = try CUPSConnection(to: server, patience: .brief).exchange(request, path: server.path)
        guard answer.status.rawValue < IPP_STATUS_ERROR_BAD_REQUEST.rawValue else {
            throw .refused(words: Message("it does not list its jobs: \(CUPSConnection.lastWords, "reason")"))
        }
        return answer.groups(IPP_TAG_JOB)
    }

    private var scheme: String { device.prefix { $0 != ":" }.prefix(20) + ":" }
}
