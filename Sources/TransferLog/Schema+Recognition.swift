extension Schema {
    /// How far the text of each document was read, and in which languages.
    ///
    /// The pages of its file up to `lastPage` were read in all of `languages`: names in alphabetical order with a space
    /// between them, or null for a document that was read before this was noted. A document without a row was not read
    /// since, and some of its pages may lack a text.
    static let recognition = """
        CREATE TABLE recognition (
            document INTEGER PRIMARY KEY REFERENCES entry (number),
            lastPage INTEGER NOT NULL CHECK (lastPage > 0),
            languages TEXT
        ) STRICT;
        CREATE INDEX recognitionByLanguages ON recognition (languages, document);
        """
}
