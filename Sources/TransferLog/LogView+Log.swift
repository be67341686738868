public import Barcodes
import GRDB
public import LogProof
public import Records

/// What the log says about itself: its restores and its keys.
extension LogView {
    /// The entry by which the log went on from a backup without what `head` witnesses; nil when none declares that.
    public func abandonment(of head: TreeHead) throws -> Entry? {
        try entriesAboutLog().first { entry in
            guard case .log(.restored(let entries, let abandoned?, _, _)) = entry.fact else { return false }
            guard head.size > entries, head.size <= abandoned.entries else { return false }
            return head.size < abandoned.entries || head.root.base64 == abandoned.root
        }
    }

    /// The keys that signed the log one after another, as its entries name them, oldest first.
    ///
    /// A log that an earlier version began does not name its first key before that was changed.
    public func keysNamed() throws -> [KeyNaming] {
        var namings: [KeyNaming] = []
        if let first = try witnessedBody(EntryNumber(rawValue: 1)), let key = first.newKey {
            namings.append(KeyNaming(entry: EntryNumber(rawValue: 1), old: first.oldKey, new: key))
        }
        for entry in try entriesAboutLog() where entry.number.rawValue > 1 {
            guard case .log(.keyRotated(let old, let new, _)) = entry.fact else { continue }
            namings.append(KeyNaming(entry: entry.number, old: old, new: new))
        }
        return namings
    }

    /// The highest number that was given of each sort at each site.
    public func newestMinted() throws -> [MintedBarcode] {
        try db.all("SELECT prefix, site, lastSerial FROM minted WHERE lastSerial > 0 ORDER BY prefix, site") { row in
            guard let prefix = BarcodePrefix(rawValue: row.text(0)), let site = SiteNumber(Int(row.integer(1))),
                let barcode = MintedBarcode(prefix: prefix, site: site, serial: Int(row.integer(2)))
            else { throw TransferLogError.damaged("the table minted has an impossible number") }
            return barcode
        }
    }

    /// The entries about keys and restores, oldest first.
    func entriesAboutLog() throws -> [Entry] {
        var numbers: [EntryNumber] = []
        try db.each(
            """
            SELECT number FROM entry
            WHERE instr(body, CAST('"kind":"key-rotated"' AS BLOB)) > 0
                OR instr(body, CAST('"kind":"restored"' AS BLOB)) > 0
            ORDER BY number
            """
        ) { numbers.append(EntryNumber(rawValue: $0.integer(0))) }
        return try numbers.map(entry)
    }

    /// The members of an entry that fits its hash; nil when there is none of this number.
    private func witnessedBody(_ number: EntryNumber) throws -> StoredEntry? {
        try db.first("SELECT body, leafHash FROM entry WHERE number = ?", .integer(number.rawValue)) { row in
            let leafHash = row.withBytes(1) { TreeHash($0) }
            return try EntryRow(number: number, body: row.bytes(0), leafHash: leafHash, openings: []).witnessed()
        }
    }
}

/// An entry that says which key signs the log from then on; keys are signed-note verifier keys.
public struct KeyNaming: Sendable, Hashable {
    public let entry: EntryNumber
    /// The key before; nil for the first, and when nothing was left of it.
    public let old: String?
    public let new: String
}
