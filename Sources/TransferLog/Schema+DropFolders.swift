extension Schema {
    /// Documents that were moved to another thing, and entries that are about two things, each with both: these follow
    /// from the entries.
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

    /// What drop folders are in the middle of.
    ///
    /// `openCase` is the thing that the next pages without a cover sheet may belong to. `filedFile` holds files that the
    /// log has and that may still be in their folder; a file's row goes when the file is gone.
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
