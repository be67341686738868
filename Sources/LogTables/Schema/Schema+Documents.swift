extension Schema {
    /// Which pages of which stored files belong to which entities; derived.
    static let documents = """
        CREATE TABLE document (
            entry INTEGER PRIMARY KEY REFERENCES entry (number),
            record INTEGER NOT NULL REFERENCES record (id),
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            firstPage INTEGER NOT NULL CHECK (firstPage > 0),
            pages INTEGER NOT NULL CHECK (pages > 0),
            scanner TEXT
        ) STRICT;
        CREATE INDEX documentByRecord ON document (record, entry);
        CREATE INDEX documentByContent ON document (sha256, record);
        CREATE INDEX documentByScanner ON document (scanner, entry) WHERE scanner IS NOT NULL;
        """

    /// The search index: every title that an entity ever had, and recognised text of documents.
    ///
    /// The row number is 4096 × the entry of the title, or 4096 × the entry that attached the document + the page of
    /// its file. `searchedTitle` has one row: titles up to this entry are indexed.
    static let search = """
        CREATE VIRTUAL TABLE searchText USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
        CREATE TABLE searchedTitle (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            lastEntry INTEGER NOT NULL
        ) STRICT;
        INSERT INTO searchedTitle (id, lastEntry) VALUES (1, 0);
        """

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

    /// The progress of text recognition in each document, and its languages.
    ///
    /// The pages of its file up to `lastPage` were read in all of `languages`: names in alphabetical order separated
    /// by spaces, or null for a document that was read before languages were recorded. A document without a row has
    /// not been read since, and some of its pages may lack a text.
    static let recognition = """
        CREATE TABLE recognition (
            document INTEGER PRIMARY KEY REFERENCES entry (number),
            lastPage INTEGER NOT NULL CHECK (lastPage > 0),
            languages TEXT
        ) STRICT;
        CREATE INDEX recognitionByLanguages ON recognition (languages, document);
        """
}
