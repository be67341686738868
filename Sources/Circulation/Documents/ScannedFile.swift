public import Barcodes
public import Vocabulary

/// A file from a copier, before it is assigned to entities.
public struct ScannedFile: Sendable, Hashable {
    public let hash: ContentHash
    /// The length in bytes.
    public let bytes: Int64
    /// The media type, such as `application/pdf`.
    public let mediaType: String
    /// The barcodes on each page, including barcodes of other systems.
    public let pages: [[Barcode]]
    /// By page index, a code that looks like the number of an item or container but is none.
    public let lookalikes: [Int: String]
    /// The indexes of blank pages.
    public let blankPages: Set<Int>

    public init(
        hash: ContentHash,
        bytes: Int64,
        mediaType: String,
        pages: [[Barcode]],
        lookalikes: [Int: String] = [:],
        blankPages: Set<Int> = []
    ) {
        self.hash = hash
        self.bytes = bytes
        self.mediaType = mediaType
        self.pages = pages
        self.lookalikes = lookalikes
        self.blankPages = blankPages
    }
}

/// How the pages of a scanned file are assigned to items and containers.
public enum SeparationRule: String, Sendable, Hashable, CaseIterable {
    /// A page with the barcode of an item or container begins a document.
    ///
    /// The pages after it belong to it, also in further files from the same copier.
    case coverSheets = "cover-sheets"
    /// Each file is one document of the item or container whose barcode any of its pages bears.
    case files
}

/// How the files of a drop folder are assigned to items and containers.
public struct DropFolderRules: Sendable, Hashable {
    public var separation: SeparationRule
    /// For how many seconds a cover sheet without pages after it stays open for the files that follow.
    ///
    /// Each file restarts the period.
    public var coverSheetOpensFor: Int
    /// For how many seconds a file without a cover sheet belongs to the item or container of the previous file.
    public var continuesWithin: Int

    public init(separation: SeparationRule, coverSheetOpensFor: Int = 120, continuesWithin: Int = 0) {
        self.separation = separation
        self.coverSheetOpensFor = coverSheetOpensFor
        self.continuesWithin = continuesWithin
    }
}

/// The barcodes on a page that decide where it belongs.
struct PageCodes: Hashable {
    /// A number that may be that of a cover sheet but identifies no entity here.
    enum Doubt: Hashable {
        /// An unregistered number of this site.
        case unregistered(Barcode)
        /// A number of another site, or one that only resembles ours.
        case foreign(String)

        var isOfThisSite: Bool {
            switch self {
            case .unregistered: true
            case .foreign: false
            }
        }
    }

    /// The items and containers that bear one of the barcodes.
    ///
    /// These are certain.
    var things: Set<EntityID> = []
    /// The doubtful number; used only on a page without a certain barcode.
    var doubt: Doubt?
    /// Whether the page is blank.
    var isBlank = false
}
