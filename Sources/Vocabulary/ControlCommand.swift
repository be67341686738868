public import Barcodes

/// The command of a control barcode.
///
/// The serial number of the barcode is the command's raw value and never changes. `allCases` is the list from which the
/// sheet of control barcodes is printed.
public enum ControlCommand: Int, Sendable, Hashable, CaseIterable {
    /// Puts the next container into the open place, even one whose scan would otherwise open it, such as a cart.
    case put = 1
    /// Opens the next container: what follows goes into it.
    case into = 2
    /// Charges what follows out to the bearer of the next badge, even one that would otherwise sign its bearer in.
    case chargeOut = 3
    /// Returns what follows to the station's location.
    case takeBack = 4
    /// Puts what follows in transit until it is received; addressed to the open person, if one is open.
    case inTransit = 5
    /// Loads the next cart with what follows.
    case pickUp = 6
    /// Puts everything on the open cart at the next place.
    case drop = 7
    /// Reports where the next item is, without changing anything.
    case whereIs = 8
    /// Closes what is open; if nothing is open, signs the clerk out.
    case end = 9
    /// Undoes the last act at this station.
    case undo = 10
    /// Undoes all acts at this station since the last place was opened.
    case undoRun = 11
    /// Closes what is open and signs the clerk out.
    case signOut = 12
    /// Reprints the label of the next item.
    case reprint = 13
    /// Counts the next location: scans are compared with the expected contents.
    case startStocktake = 14
    /// Ends the count and reports the result, which ``confirm`` applies.
    case endStocktake = 15
    /// Confirms what the station last proposed: the result of a count.
    case confirm = 16
    /// Counts the next container: scans are compared with the expected contents.
    case verify = 17
    /// Records that the next item or container, which is on the open pull list, was not found.
    case notFound = 18

    /// The word for the command in the database, the configuration and JSON.
    public var word: String { names.word }

    /// The text beside the barcode on the sheet.
    public var title: String { names.title }

    private var names: (word: String, title: String) {
        switch self {
        case .put: ("put", "Put here")
        case .into: ("into", "Into this")
        case .chargeOut: ("charge-out", "Charge out to")
        case .takeBack: ("return", "Return")
        case .inTransit: ("in-transit", "In transit")
        case .pickUp: ("pick-up", "Pick up (cart)")
        case .drop: ("drop", "Drop (cart)")
        case .whereIs: ("where", "Where is this?")
        case .end: ("end", "End")
        case .undo: ("undo", "Undo last")
        case .undoRun: ("undo-run", "Undo run")
        case .signOut: ("sign-out", "Sign out")
        case .reprint: ("reprint", "Reprint label")
        case .startStocktake: ("start-stocktake", "Start stocktake")
        case .endStocktake: ("end-stocktake", "End stocktake")
        case .confirm: ("confirm", "Confirm")
        case .verify: ("verify", "Verify contents")
        case .notFound: ("not-found", "Not found")
        }
    }

    public init?(word: String) {
        guard let command = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = command
    }

    /// Creates the command of a control barcode; nil for other barcodes and for numbers without a command.
    ///
    /// Control barcodes are the same at every site.
    public init?(_ barcode: MintedBarcode) {
        guard barcode.prefix == .control, barcode.site == .standard else { return nil }
        self.init(rawValue: barcode.serial)
    }

    /// The barcode to print.
    public var barcode: MintedBarcode? { MintedBarcode(prefix: .control, site: .standard, serial: rawValue) }
}

/// Control barcodes for setting up scanners, which have no effect at a station.
///
/// Their site number is reserved. Each ends in Z, whose key differs between keyboard layouts, so that the reading
/// reveals the scanner's layout.
public enum SetUpBarcode {
    private static let site = SiteNumber(99)
    private static let ending: Character = "Z"

    /// Whether `barcode` is a set-up barcode.
    public static func contains(_ barcode: MintedBarcode) -> Bool { barcode.prefix == .control && barcode.site == site }

    /// The barcode for testing scanners.
    public static let test: MintedBarcode? = (0...MintedBarcode.highestSerial).lazy.compactMap(barcode).first

    /// Returns an unpredictable barcode for pairing a scanner.
    public static func pairing(using generator: inout some RandomNumberGenerator) -> MintedBarcode? {
        let start = Int.random(in: 1_000...MintedBarcode.highestSerial - 1_000, using: &generator)
        return (start...MintedBarcode.highestSerial).lazy.compactMap(barcode).first
    }

    private static func barcode(_ serial: Int) -> MintedBarcode? {
        guard let site, let barcode = MintedBarcode(prefix: .control, site: site, serial: serial) else { return nil }
        return barcode.text.last == ending ? barcode : nil
    }
}
