extension Schema {
    /// Moves of documents between entities, and the two entities of entries about two; both tables are derived.
    static let documentMoves = """
        CREATE TABLE documentMove (
            entry INTEGER PRIMARY KEY REFERENCES entry (number),
            document INTEGER NOT NULL REFERENCES entry (number),
            record INTEGER NOT NULL REFERENCES record (id)
        ) STRICT;
        CREATE INDEX documentMoveByDocument ON documentMove (document, entry);
        CREATE TABLE entryParty (
            entry INTEGER NOT NULL REFERENCES entry (number),
            record INTEGER NOT NULL REFERENCES record (id),
            PRIMARY KEY (entry, record)
        ) STRICT, WITHOUT ROWID;
        """

    /// The state of drop folders.
    ///
    /// `openCase` is the entity to which the next pages without a cover sheet may belong. `filedFile` lists files
    /// that are in the log and may still be in their folder; the row is deleted when the file is gone.
    static let dropFolders = """
        CREATE TABLE openCase (
            folder TEXT PRIMARY KEY,
            record INTEGER NOT NULL REFERENCES record (id),
            isByCoverSheet INTEGER NOT NULL CHECK (isByCoverSheet = 0 OR isByCoverSheet = 1),
            since INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE filedFile (
            identity BLOB PRIMARY KEY CHECK (length(identity) = 32),
            folder TEXT NOT NULL,
            firstEntry INTEGER NOT NULL REFERENCES entry (number),
            lastEntry INTEGER NOT NULL REFERENCES entry (number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX filedFileByFolder ON filedFile (folder);
        """
}
