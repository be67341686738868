public import Barcodes
import Localization
import LogEntries
public import LogProof
import LogTables
public import Vocabulary

/// Entries about the log itself: restores and keys.
extension LogView {
    /// The entry that declares a restore from a backup without the entries covered by `head`; nil when there is none.
    public func abandonment(of head: TreeHead) throws -> Entry? {
        try entriesAboutLog().first { entry in
            guard case .log(.restored(let entries, let abandoned?, _, _)) = entry.fact else { return false }
            guard head.size > entries, head.size <= abandoned.entries else { return false }
            return head.size < abandoned.entries || head.root.base64 == abandoned.root
        }
    }

    /// The successive signing keys of the log that its entries name, oldest first.
    ///
    /// A log started by an earlier version names its first key only when that key is replaced.
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

    /// The highest minted number of each prefix and site.
    public func newestMinted() throws -> [MintedBarcode] {
        try db.all("SELECT prefix, site, lastSerial FROM minted WHERE lastSerial > 0 ORDER BY prefix, site") { row in
            guard let prefix = BarcodePrefix(rawValue: row.text(0)), let site = SiteNumber(Int(row.integer(1))),
                let barcode = MintedBarcode(prefix: prefix, site: site, serial: Int(row.integer(2)))
            else { throw TransferLogError.damaged(Message("the table minted has an impossible number")) }
            return barcode
        }
    }

    /// The entries about keys and restores, oldest first.
    func entriesAboutLog() throws -> [Entry] {
        let numbers = try db.all(
            """
            SELECT number FROM entry
            WHERE instr(body, CAST('"kind":"key-rotated"' AS BLOB)) > 0
                OR instr(body, CAST('"kind":"restored"' AS BLOB)) > 0
            ORDER BY number
            """
        ) { $0.entry(0) }
        return try numbers.map(entry)
    }

    /// The members of the entry with this number, after verifying its hash; nil when it does not exist.
    private func witnessedBody(_ number: EntryNumber) throws -> StoredEntry? {
        try db.first("SELECT body, leafHash FROM entry WHERE number = ?", [.integer(number.rawValue)]) { row in
            let leafHash = row.withBytes(1) { TreeHash($0) }
            return try EntryRow(number: number, body: row.bytes(0), leafHash: leafHash, openings: []).witnessed()
        }
    }
}

/// An entry that names the key which signs the log from then on; keys are signed-note verifier keys.
public struct KeyNaming: Sendable, Hashable {
    public let entry: EntryNumber
    /// The previous key; nil for the first key, and when the previous one was lost.
    public let old: String?
    public let new: String
}
