package import Barcodes
public import Localization

/// The reason why a rule refused a request: a stable word and a sentence for the clerk.
public struct Refusal: Error, Sendable, Hashable, MessageConvertible {
    public let kind: RefusalKind
    /// The sentence.
    ///
    /// It begins with "cannot", names the entity and gives the remedy.
    public let message: Message

    public init(_ kind: RefusalKind, _ message: Message) {
        self.kind = kind
        self.message = message
    }

    public init(_ kind: RefusalKind, _ text: String) { self.init(kind, Message(verbatim: text)) }

    public var description: String { message.english }
}

extension Refusal {
    /// Returns the refusal for a barcode that is not registered or is concealed from the caller, which must be
    /// indistinguishable.
    package static func unknown(_ barcode: Barcode) -> Refusal {
        guard barcode.minted == nil else { return notRegistered(barcode) }
        // A text that is not a minted barcode may be a word of a title.
        let what = Message(
            "cannot find \(barcode, "barcode"): nothing with this barcode is registered; search finds things by their "
                + "titles"
        )
        return Refusal(.unknownBarcode, what)
    }

    /// Returns the refusal for a barcode that is not registered, without a hint for those who type it.
    package static func notRegistered(_ barcode: Barcode) -> Refusal {
        let what = Message("cannot find \(barcode, "barcode"): nothing with this barcode is registered")
        return Refusal(.unknownBarcode, what)
    }

    /// The refusal for an entity that the request does not name by its barcode, and that is concealed from the caller.
    static let unknown = Refusal(.unknownBarcode, Message("cannot find that: it is not registered"))
}

/// The stable words for the reasons of refusals.
public enum RefusalKind: String, Sendable, Hashable, CaseIterable {
    case alreadyHeld = "already-held"
    case alreadyMoved = "already-moved"
    case alreadyPulled = "already-pulled"
    case alreadyRequested = "already-requested"
    case alreadyRestricted = "already-restricted"
    case alreadyVoided = "already-voided"
    case alreadyWanted = "already-wanted"
    case barcodeTaken = "barcode-taken"
    case invalidRequest = "invalid-request"
    case chargedOut = "charged-out-to-another"
    case countOpen = "count-open"
    case coverSheet = "cover-sheet"
    case forAnother = "for-another"
    case held = "item-held"
    case inTheFuture = "in-the-future"
    case intoItself = "into-itself"
    case itemDisposed = "item-disposed"
    case loanLimit = "loan-limit"
    case locationClosed = "location-closed"
    case locationFull = "location-full"
    case needsSupervisor = "needs-supervisor"
    case nestedTooDeep = "nested-too-deep"
    case noBorrower = "no-borrower"
    case noCartOpen = "no-cart-open"
    case noCountOpen = "no-count-open"
    case noHome = "no-home"
    case noListOpen = "no-list-open"
    case noPlaceOpen = "no-place-open"
    case noReturnPlace = "no-return-place"
    case notACart = "not-a-container"
    case notALocation = "not-a-location"
    case notAPerson = "not-a-person"
    case notAPlace = "not-a-place"
    case notChargedOut = "not-charged-out"
    case notHeld = "not-held"
    case notLater = "not-later"
    case notOnItsWay = "not-in-transit"
    case notSealed = "not-sealed"
    case notSignedIn = "not-signed-in"
    case notWithGiver = "not-with-giver"
    case nothingToConfirm = "nothing-to-confirm"
    case nothingToUndo = "nothing-to-undo"
    case notForThisBadge = "not-for-this-badge"
    case notExpungeable = "not-expungeable"
    case notOnList = "not-on-list"
    case pullListCancelled = "pull-list-cancelled"
    case notMovable = "not-movable"
    case notRequested = "not-requested"
    case notRestrictable = "not-restrictable"
    case notVoidable = "not-voidable"
    case printBatchEnded = "print-batch-ended"
    case notYetRegistered = "not-yet-registered"
    case partlyTaken = "partly-taken"
    case orderMissing = "order-missing"
    case reasonMissing = "reason-missing"
    case renewalLimit = "renewal-limit"
    case roleRestricted = "role-restricted"
    case roomRestricted = "room-restricted"
    case samePrincipal = "same-principal"
    case sealed = "item-sealed"
    case tooMany = "too-many"
    case separateDuties = "separate-duties"
    case unexpectedStation = "unexpected-station"
    case unknownBarcode = "unknown-barcode"
    case unknownEntry = "unknown-entry"
    case unknownFile = "unknown-file"
    case unknownControl = "unknown-control"
    case unknownLocation = "unknown-location"
    case unknownPullList = "unknown-pull-list"
    case unknownPrintBatch = "unknown-print-batch"
    case unknownReading = "unknown-reading"
    case unreadable
    case wrongCheckCharacter = "wrong-check-character"
    case wrongPrefix = "wrong-prefix"
    case wrongSymbology = "wrong-symbology"

    // Scanner input that could not be read.
    case controlCharacter = "control-character"
    case cutOff = "cut-off"
    case lineNoise = "line-noise"
    case lostInput = "lost-input"
    case malformedReport = "malformed-report"
    case notEnded = "not-ended"
    case notText = "not-text"
    case outsideFrame = "outside-frame"
    case partOfSymbol = "part-of-symbol"
    case tooLong = "too-long"
    case unreadableKey = "unreadable-key"
}
