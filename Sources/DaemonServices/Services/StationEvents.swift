package import Barcodes
package import Intake
package import Localization
package import Printing
package import Settings
package import Stations
package import Vocabulary

/// The outcome of a reading, as everyone may see it who may see the scanned entity.
package struct StationOutcome: Sendable, Hashable {
    package let reading: ReadingNumber
    package let station: StationName
    package let verdict: Verdict
    /// A stable word for the result or the refusal.
    package let kind: String
    /// The message for the clerk, in one line.
    package let message: Message
    /// The barcode of the scanned entity; nil if it is unknown.
    package let barcode: Barcode?
    /// The last entry that the reading led to.
    package let entry: EntryNumber?
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
package struct StationState: Sendable {
    /// A folder of the station, and one of the troubles that keep its files from being filed.
    package struct Folder: Sendable {
        package let configuration: DropFolderConfiguration
        package let trouble: FolderTrouble
    }

    package let summary: StationSummary
    package let scanners: [ScannerRoster.Handheld]
    package let lowSupplies: [SupplyLevels.Level]
    package let folderTroubles: [Folder]
}

/// A change of a scanner's state, or input that could not be understood.
package struct ScannerNotice: Sendable, Hashable {
    /// The name of the scanner, or `any` for input that cannot be attributed to one.
    package let scanner: String
    /// The station of the scanner; nil if it has none.
    package let station: String?
    /// `attached`, `detached`, `rejected`, `failed` or `overflowed`.
    package let kind: String
    /// The event, for people.
    package let message: Message
}
