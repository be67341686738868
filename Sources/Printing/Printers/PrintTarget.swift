import Labels
package import Printers

/// A printer that was checked and can print the template.
package struct PrintTarget: Sendable {
    /// Its name in the log.
    package let name: String
    let address: PrinterAddress
    let form: PrintForm
    let target: LabelTarget
    /// The PWG name of the media for the job; empty on a printer without CUPS.
    let media: String
    /// False for a printer that never reports its status.
    let answers: Bool
    /// The CUPS queue, if there is one.
    let printer: LabelPrinter?
    /// Why it is uncertain that the right media is loaded; nil when the printer or the configuration confirms it.
    package let mediaDoubt: MediaDoubt?
    /// The page of the queue, if it has a driver.
    var page: QueuePage?
    /// The address at which a ZPL printer can be queried directly, also behind a queue; nil when it cannot.
    var place: SocketPress.Place?
    /// Kinds of trouble that a clerk overrides.
    package var despite: OverriddenTroubles = []

    /// The resolution for the job; nil unless the printer reports it among its resolutions.
    var resolution: PrintResolution? {
        printer?.resolutions.contains(target.resolution) == true ? target.resolution : nil
    }

    /// What a job needs exclusively; nil where CUPS keeps the order.
    ///
    /// A printer without CUPS accepts one document at a time, a printer behind a raw queue is checked by its label
    /// counter, and on a partly used sheet each job begins where the previous one ended.
    func turn(onBegunSheet isOnSheet: Bool) -> PrinterAddress? {
        switch address {
        case .socket: address
        case .queue(let name, _): isOnSheet || place != nil ? .queue(name, instance: nil) : nil
        }
    }

    /// Labels per job; fewer on a printer that reports less when something fails.
    var labelsPerJob: Int { printer == nil ? 10 : 25 }
}
