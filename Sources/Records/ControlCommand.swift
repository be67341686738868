public import Barcodes

/// What a control barcode tells a station to do; the serial number in the barcode says which, and never changes.
///
/// `allCases` is the list that the sheet of control barcodes is printed from.
public enum ControlCommand: Int, Sendable, Hashable, CaseIterable {
    /// The next container is put into the open place, even one that would be opened itself, like a cart.
    case put = 1
    /// The next container is opened: what follows goes into it.
    case into = 2
    /// The next badge is the borrower's, even one that would sign its bearer in: what follows is charged out.
    case chargeOut = 3
    /// What follows is returned to where this station stands.
    case takeBack = 4
    /// What follows is on its way until somebody receives it; to the open person, when one is open.
    case inTransit = 5
    /// The next cart is loaded with what follows.
    case pickUp = 6
    /// All that is on the open cart is put at the next place.
    case drop = 7
    /// The next thing is looked for, and nothing else happens to it.
    case whereIs = 8
    /// What is open is closed; when nothing is, the clerk is signed out.
    case end = 9
    /// What was done last here is taken back.
    case undo = 10
    /// All that was done here since the last place was opened is taken back.
    case undoRun = 11
    /// What is open is closed, and the clerk is signed out.
    case signOut = 12
    /// The label of the next thing is printed once more.
    case reprint = 13
    /// The next location is counted: what is scanned is compared with what should be there.
    case startStocktake = 14
    /// The count is over; it is told, and applied by ``confirm``.
    case endStocktake = 15
    /// What the station told last is done: a count is applied.
    case confirm = 16
    /// The next container is counted: what is in it is compared with what should be.
    case verify = 17
    /// The next barcode is that of a thing on the open pull list that is not where it should be.
    case notFound = 18

    /// The word for it in the database, in the configuration and in JSON.
    public var word: String {
        switch self {
        case .put: "put"
        case .into: "into"
        case .chargeOut: "charge-out"
        case .takeBack: "return"
        case .inTransit: "in-transit"
        case .pickUp: "pick-up"
        case .drop: "drop"
        case .whereIs: "where"
        case .end: "end"
        case .undo: "undo"
        case .undoRun: "undo-run"
        case .signOut: "sign-out"
        case .reprint: "reprint"
        case .startStocktake: "start-stocktake"
        case .endStocktake: "end-stocktake"
        case .confirm: "confirm"
        case .verify: "verify"
        case .notFound: "not-found"
        }
    }

    /// What stands beside the barcode on the sheet.
    public var title: String {
        switch self {
        case .put: "Put here"
        case .into: "Into this"
        case .chargeOut: "Charge out to"
        case .takeBack: "Return"
        case .inTransit: "In transit"
        case .pickUp: "Pick up (cart)"
        case .drop: "Drop (cart)"
        case .whereIs: "Where is this?"
        case .end: "End"
        case .undo: "Undo last"
        case .undoRun: "Undo run"
        case .signOut: "Sign out"
        case .reprint: "Reprint label"
        case .startStocktake: "Start stocktake"
        case .endStocktake: "End stocktake"
        case .confirm: "Confirm"
        case .verify: "Verify contents"
        case .notFound: "Not found"
        }
    }

    public init?(word: String) {
        guard let command = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = command
    }

    /// The command of a control barcode; nil for other barcodes and for numbers without a command.
    ///
    /// Control barcodes are the same at every site.
    public init?(_ barcode: MintedBarcode) {
        guard barcode.prefix == .control, barcode.site == .standard else { return nil }
        self.init(rawValue: barcode.serial)
    }

    /// The barcode to print.
    public var barcode: MintedBarcode? { MintedBarcode(prefix: .control, site: .standard, serial: rawValue) }
}
