import Labels

/// A printer that was asked and can print what is wanted.
struct PrintTarget: Sendable {
    /// What it is called in the log.
    let name: String
    let address: PrinterAddress
    let form: PrintForm
    let target: LabelTarget
    /// The PWG name under which a job asks for the media; empty on a printer without CUPS.
    let media: String
    /// False for a printer that never says how it is.
    let answers: Bool
    /// The queue, where there is one.
    let printer: LabelPrinter?
    /// Why it is not known that the right media lie in it; nil when it is, by its own words or the configuration's.
    var mediaDoubt: MediaDoubt?
    /// The page of the queue, where it has a driver.
    var page: QueuePage?
    /// Where a printer that takes ZPL can be asked itself, also behind a queue; nil where it cannot.
    var place: SocketPress.Place?
    /// Kinds of trouble that a clerk has it print in spite of.
    var despite: Set<String> = []

    /// Which the job names: none where the printer did not say that it has several.
    var resolution: PrintResolution? {
        printer?.resolutions.contains(target.resolution) == true ? target.resolution : nil
    }

    /// What a job needs to itself; nil where CUPS keeps the order.
    ///
    /// A printer without CUPS takes one document after the other, one behind a queue is judged by its counter, and on a
    /// sheet that is begun each job begins where the one before ended.
    func turn(onBegunSheet isOnSheet: Bool) -> PrinterAddress? {
        switch address {
        case .socket: address
        case .queue(let name, _): isOnSheet || place != nil ? .queue(name, instance: nil) : nil
        }
    }

    /// Labels that go to the printer together: fewer where less is known of them when something breaks.
    var labelsPerJob: Int { printer == nil ? 10 : 25 }
}
