extension Schema {
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
