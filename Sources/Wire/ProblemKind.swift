/// The stable word of a problem document, on which programs may act.
///
/// The set is open: a newer daemon may send a word that this version does not know. ``table`` has those that it knows.
public struct ProblemKind: Sendable, Hashable, RawRepresentable, Codable, CustomStringConvertible {
    /// The kind as it stands in problem documents.
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public init(from decoder: any Decoder) throws { rawValue = try decoder.singleValueContainer().decode(String.self) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    /// The kind as it stands in problem documents.
    public var description: String { rawValue }

    /// The HTTP status that it is sent with; 422 for a kind that is not in the table.
    public var status: Int { Self.statuses[self] ?? 422 }

    // The kinds that the daemon names itself; those of refusals and of printers have their words in other modules.
    public static let busy = ProblemKind(rawValue: "busy")
    public static let conflict = ProblemKind(rawValue: "conflict")
    public static let degraded = ProblemKind(rawValue: "degraded")
    public static let ending = ProblemKind(rawValue: "ending")
    public static let internalError = ProblemKind(rawValue: "internal")
    public static let invalidBarcode = ProblemKind(rawValue: "invalid-barcode")
    public static let invalidFile = ProblemKind(rawValue: "invalid-file")
    public static let invalidRequest = ProblemKind(rawValue: "invalid-request")
    public static let keyReused = ProblemKind(rawValue: "key-reused")
    public static let labelTemplate = ProblemKind(rawValue: "label-template")
    public static let labelsInDoubt = ProblemKind(rawValue: "labels-in-doubt")
    public static let nestedTooDeep = ProblemKind(rawValue: "nested-too-deep")
    public static let notFound = ProblemKind(rawValue: "not-found")
    public static let outcomeUnknown = ProblemKind(rawValue: "outcome-unknown")
    public static let notPermitted = ProblemKind(rawValue: "not-permitted")
    public static let scanners = ProblemKind(rawValue: "scanners")
    public static let tooLarge = ProblemKind(rawValue: "too-large")
    public static let tooManyRequests = ProblemKind(rawValue: "too-many-requests")
    public static let undecodableImage = ProblemKind(rawValue: "undecodable-image")
    public static let unsoundBackup = ProblemKind(rawValue: "unsound-backup")
}

/// What the API says about one kind of problem.
public struct ProblemMeaning: Sendable, Hashable {
    /// The kind of the problem.
    public let kind: ProblemKind
    /// The HTTP status that the kind is sent with, except where HTTP itself dictates another one.
    public let status: Int
    /// The meaning, in one sentence.
    public let text: String
}

extension ProblemKind {
    /// Every kind of problem and of refused reading that this version knows.
    public static let table: [ProblemMeaning] = [
        rows(
            400,
            [
                "invalid-barcode": "The text is not a barcode.",
                "invalid-file": "The file of readings cannot be parsed.",
                "invalid-request": "The request is malformed, or a value in it is not permitted.",
            ]
        ),
        rows(403, ["not-permitted": "The caller's roles do not permit the request."]),
        rows(
            404,
            [
                "not-found": "The path, or what it names, does not exist.",
                "unknown-barcode": "Nothing is registered under the barcode.",
                "unknown-entry": "The log has no such entry.",
                "unknown-file": "No such file waits for a decision.",
                "unknown-location": "No location is registered under the barcode.",
                "unknown-print-batch": "No print batch has this number.",
                "unknown-printer": "No printer has this name.",
                "unknown-pull-list": "No pull list has this barcode.",
                "unknown-reading": "No reading has this number.",
            ]
        ),
        rows(
            409,
            [
                "already-held": "The item is already on hold by this order.",
                "already-moved": "The document already belongs to this item.",
                "already-pulled": "The item was already pulled for this list.",
                "already-requested": "The expungement was already requested.",
                "already-restricted": "The item already has this restriction.",
                "already-voided": "The entry was already corrected.",
                "already-wanted": "The loan cannot be renewed, because a pull list wants the item.",
                "barcode-taken": "The barcode belongs, or once belonged, to another record.",
                "conflict": "The state of what the request names does not permit it.",
                "key-reused": "The idempotency key belongs to another request.",
                "outcome-unknown": "The request with this idempotency key was interrupted, and may have been done.",
                "partly-taken": "A part of the file was recorded before.",
                "print-batch-ended": "The print batch has already ended.",
                "pull-list-cancelled": "The pull list was cancelled.",
            ]
        ),
        rows(413, ["too-large": "The request, or a file in it, is too large."]),
        rows(
            422,
            [
                "charged-out-to-another": "The item is charged out to another person; it can be handed over.",
                "count-open": "The stocktake must be confirmed or dropped first.",
                "cover-sheet": "The pages do not name exactly one registered item to be filed under.",
                "for-another": "The item is in transit to another person.",
                "in-the-future": "The stated time is in the future.",
                "into-itself": "A container cannot be put into itself or into its contents.",
                "item-disposed": "The item was disposed of.",
                "item-held": "A hold forbids the act.",
                "item-sealed": "A seal forbids the act.",
                "label-template": "The label template does not exist, is invalid, or cannot draw these labels.",
                "labels-in-doubt": "Labels may or may not have been printed; a clerk must check and decide.",
                "loan-limit": "The person already has as many items as permitted.",
                "location-closed": "The location is closed.",
                "location-full": "The location is full.",
                "needs-supervisor": "A supervisor must do this.",
                "nested-too-deep": "Containers or locations are, or would be, nested too deep.",
                "no-borrower": "The borrower's badge must be scanned first.",
                "no-cart-open": "No cart is open at the station.",
                "no-count-open": "No stocktake is open at the station.",
                "no-home": "The item has no home location.",
                "no-list-open": "No pull list is open at the station.",
                "no-place-open": "No place is open at the station.",
                "no-return-place": "The station has no place for returned items.",
                "not-a-container": "The record is not a container.",
                "not-a-location": "The record is not a location.",
                "not-a-person": "The record is not a custodian.",
                "not-a-place": "The record is neither a location nor a container.",
                "not-charged-out": "The item is not charged out.",
                "not-expungeable": "Entities of this type cannot be expunged.",
                "not-for-this-badge": "The role of the badge does not permit the act.",
                "not-held": "The hold is not in force.",
                "not-in-transit": "The item is not in transit.",
                "not-later": "The new due date is not later than the present one.",
                "not-movable": "Locations and people do not move.",
                "not-on-list": "The pull list does not contain the item.",
                "not-requested": "The expungement was not requested.",
                "not-restrictable": "The record cannot be restricted.",
                "not-sealed": "The item is not sealed.",
                "not-signed-in": "A clerk must sign in at the station first.",
                "not-voidable": "The entry cannot be corrected.",
                "not-with-giver": "The item is not with the person who hands it over.",
                "not-yet-registered": "The record was registered after the stated time.",
                "nothing-to-confirm": "Nothing at the station waits for confirmation.",
                "nothing-to-undo": "Nothing was done at the station lately.",
                "order-missing": "The act needs an order.",
                "reason-missing": "The act needs a reason.",
                "renewal-limit": "The loan was already renewed as often as permitted.",
                "role-restricted": "Only people with certain roles may have the item.",
                "room-restricted": "The item may only be kept in certain rooms.",
                "same-principal": "The person who requested the expungement cannot carry it out.",
                "separate-duties": "The person who moved an item cannot count it, nor the reverse.",
                "too-many": "The act would affect too many items.",
                "undecodable-image": "The image cannot be decoded.",
                "unexpected-station": "A station barcode has no meaning here.",
                "unknown-control": "The control barcode is unknown or cannot be used here.",
                "unsound-backup": "The file is not a backup, or is inconsistent.",
                "wrong-check-character": "The check character of the barcode is wrong.",
                "wrong-prefix": "The prefix of the barcode belongs to another type of record.",
                "wrong-symbology": "The symbol is not of the kind that Outguide prints.",
            ]
        ),
        rows(
            422,
            // Input of scanners.
            [
                "control-character": "The code contains a control character.",
                "cut-off": "The scanner was unplugged, or the daemon stopped, before the code was complete.",
                "line-noise": "The serial line reported an error.",
                "lost-input": "Input of the scanner was lost.",
                "malformed-report": "The scanner's report contradicts its description.",
                "not-ended": "The code did not end.",
                "not-text": "The code is not UTF-8 text.",
                "outside-frame": "Data came outside the framing that is configured for the scanner.",
                "part-of-symbol": "It is a part of a symbol, or one of several codes that came at once.",
                "too-long": "The code is too long.",
                "unreadable": "The code is not a barcode.",
                "unreadable-key": "A key has no certain meaning in the keyboard layout.",
            ]
        ),
        rows(
            422,
            // Printers and print jobs.
            [
                "cover-open": "The printer's cover is open.",
                "head-temperature": "The print head is too hot or too cold; printing continues by itself.",
                "label-to-take": "A label waits to be taken from the printer.",
                "media-jam": "Labels are jammed.",
                "media-not-supported": "The printer does not support labels of this size.",
                "no-printer": "No printer was named and there is no default printer.",
                "out-of-labels": "The printer is out of labels.",
                "print-authentication": "The printer needs a name and a password.",
                "print-interrupted": "The connection ended before the printer confirmed the print.",
                "print-job-aborted": "The print server or the printer aborted the job.",
                "print-job-abandoned": "The job is not followed any more.",
                "print-job-cancelled": "The job was cancelled.",
                "print-job-forgotten": "The print server does not know the job any more.",
                "print-job-held": "The job is held.",
                "print-job-spoilt": "The printer reports that it did not print the job.",
                "print-job-unconfirmed": "The printer cannot confirm that it printed the job.",
                "print-job-unfinished": "The job did not end in time.",
                "printer-busy": "The printer is busy; printing continues by itself.",
                "printer-closed": "The print queue accepts no jobs.",
                "printer-form-missing": "The language of the printer is not configured.",
                "printer-form-unknown": "The printer accepts no format that the daemon can make.",
                "printer-not-ready": "The printer reports another obstacle.",
                "printer-offline": "The printer is off or cannot be reached.",
                "printer-paused": "The printer is paused.",
                "printer-silent": "The printer does not report its status.",
                "printer-stopped": "The print queue is stopped.",
                "queue-default": "A default option of the print queue alters labels.",
                "resolution-not-supported": "The print queue prints at another resolution than the configured one.",
                "ribbon-empty": "The printer's ribbon or ink is used up.",
                "wrong-media": "Other labels are loaded than the template needs.",
            ]
        ),
        rows(429, ["too-many-requests": "Too many requests of the caller wait for the same work."]),
        rows(500, ["internal": "The daemon failed; its journal has the reason."]),
        rows(502, ["print-refused": "The print server refused the job."]),
        rows(
            503,
            [
                "busy": "The daemon is busy; the request can be sent again soon.",
                "degraded": "The daemon cannot read or write its files; acknowledged writes are safe.",
                "ending": "The daemon is stopping.",
                "print-server-away": "The print server cannot be reached.",
                "scanners": "The scanners are not available.",
            ]
        ),
    ].flatMap { $0 }

    private static let statuses = Dictionary(table.map { ($0.kind, $0.status) }) { first, _ in first }

    private static func rows(_ status: Int, _ meanings: KeyValuePairs<String, String>) -> [ProblemMeaning] {
        meanings.map { ProblemMeaning(kind: ProblemKind(rawValue: $0.key), status: status, text: $0.value) }
    }
}
