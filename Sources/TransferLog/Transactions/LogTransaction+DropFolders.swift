import Localization
import LogTables
public import Vocabulary

extension LogTransaction {
    /// Attributes the next pages of `folder` that have no cover sheet to `open`; to no entity when nil.
    public func setOpenCase(_ open: OpenCase?, in folder: DropFolderName) throws {
        guard let open else { return try db.run("DELETE FROM openCase WHERE folder = ?", [.text(folder.path)]) }
        try db.run(
            """
            INSERT INTO openCase (folder, record, isByCoverSheet, since) VALUES (?, ?, ?, ?)
            ON CONFLICT (folder) DO UPDATE SET
                record = excluded.record, isByCoverSheet = excluded.isByCoverSheet, since = excluded.since
            """,
            [
                .text(folder.path), .integer(open.subject.rawValue), SQLValue(open.isByCoverSheet),
                .integer(open.since.microseconds),
            ]
        )
    }

    /// Records that `entries` file `file`, which may remain in its folder if the daemon ends now.
    public func remember(_ entries: ClosedRange<EntryNumber>, filing file: DroppedFile) throws {
        try db.run(
            "INSERT INTO filedFile (identity, folder, firstEntry, lastEntry) VALUES (?, ?, ?, ?)",
            [
                .blob(file.identity), .text(file.folder.path), .integer(entries.lowerBound.rawValue),
                .integer(entries.upperBound.rawValue),
            ]
        )
    }

    /// Removes a filed file that is gone from its folder.
    public func forget(_ file: DroppedFile) throws {
        try db.run("DELETE FROM filedFile WHERE identity = ?", [.blob(file.identity)])
    }

    /// Removes all filed files of a folder that is empty.
    public func forgetFiles(in folder: DropFolderName) throws {
        try db.run("DELETE FROM filedFile WHERE folder = ?", [.text(folder.path)])
    }
}

extension LogView {
    /// The entity to which the next pages of `folder` without a cover sheet may belong.
    public func openCase(in folder: DropFolderName) throws -> OpenCase? {
        try db.first(
            "SELECT record, isByCoverSheet, since FROM openCase WHERE folder = ?",
            [.text(folder.path)]
        ) { row in
            OpenCase(subject: row.entity(0), isByCoverSheet: row.integer(1) != 0, since: row.moment(2))
        }
    }

    /// The entries that filed this very file; nil when it was not filed, or was removed from its folder since.
    public func entries(filing file: DroppedFile) throws -> ClosedRange<EntryNumber>? {
        try db.first("SELECT firstEntry, lastEntry FROM filedFile WHERE identity = ?", [.blob(file.identity)]) { row in
            let (first, last) = (row.integer(0), row.integer(1))
            guard first <= last else {
                throw TransferLogError.damaged(Message("a filed file ends before its first entry"))
            }
            return EntryNumber(rawValue: first)...EntryNumber(rawValue: last)
        }
    }
}
