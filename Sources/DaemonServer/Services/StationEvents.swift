import Barcodes
import Intake
import Printing
import Settings
import Stations
import Vocabulary

/// The outcome of a reading, as everyone may see it who may see the scanned entity.
struct StationOutcome: Sendable, Hashable {
    let reading: ReadingNumber
    let station: StationName
    let verdict: Verdict
    /// A stable word for the result or the refusal.
    let kind: String
    /// The message for the clerk, in one line.
    let message: String
    /// The barcode of the scanned entity; nil if it is unknown.
    let barcode: Barcode?
    /// The last entry that the reading led to.
    let entry: EntryNumber?
}

extension StationOutcome {
    /// The outcome with the text for the station's screen.
    init(_ outcome: ReadingOutcome) {
        self.init(
            reading: outcome.reading,
            station: outcome.station,
            verdict: outcome.screen?.verdict ?? outcome.verdict,
            kind: outcome.screen?.kind ?? outcome.kind,
            message: outcome.screen?.message ?? outcome.message,
            barcode: outcome.entity?.barcode,
            entry: outcome.entry
        )
    }
}

/// The state of a station, with that of its devices.
struct StationState: Sendable {
    /// A folder of the station, and one of the troubles that keep its files from being filed.
    struct Folder: Sendable {
        let configuration: DropFolderConfiguration
        let trouble: FolderTrouble
    }

    let summary: StationSummary
    let scanners: [ScannerRoster.Handheld]
    let lowSupplies: [SupplyLevels.Level]
    let folderTroubles: [Folder]
}

/// A change of a scanner's state, or input that could not be understood.
struct ScannerNotice: Sendable, Hashable {
    /// The name of the scanner, or `any` for input that cannot be attributed to one.
    let scanner: String
    /// The station of the scanner; nil if it has none.
    let station: String?
    /// `attached`, `detached`, `rejected`, `failed` or `overflowed`.
    let kind: String
    /// The event, as text for people.
    let message: String
}
