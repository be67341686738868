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
}
