extension Schema {
    /// The commitments to readings and access rows, one row each, and the derived table with the extent of the newest
    /// committing entry.
    ///
    /// Commitments stay when texts are erased or old access rows are pruned. Their salts are deleted then, so that the
    /// erased content cannot be guessed.
    static let evidence = """
        CREATE TABLE evidence (
            source TEXT NOT NULL CHECK (source = 'reading' OR source = 'access'),
            number INTEGER NOT NULL,
            at INTEGER NOT NULL,
            commitment BLOB NOT NULL CHECK (length(commitment) = 32),
            salt BLOB CHECK (salt IS NULL OR length(salt) = 32),
            PRIMARY KEY (source, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE committedEvidence (
            place INTEGER PRIMARY KEY CHECK (place = 1),
            entry INTEGER NOT NULL REFERENCES entry (number),
            readings INTEGER NOT NULL,
            readingsHash TEXT NOT NULL,
            accesses INTEGER NOT NULL,
            accessesHash TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER evidenceNeverChanges BEFORE UPDATE ON evidence
            WHEN NEW.salt IS NOT NULL OR NEW.source <> OLD.source OR NEW.number <> OLD.number OR NEW.at <> OLD.at
                OR NEW.commitment <> OLD.commitment
            BEGIN SELECT RAISE(ABORT, 'commitments never change'); END;
        CREATE TRIGGER evidenceNeverGoes BEFORE DELETE ON evidence
            BEGIN SELECT RAISE(ABORT, 'commitments are never deleted'); END;
        CREATE TRIGGER readingForgotten AFTER UPDATE ON reading WHEN NEW.bytes = x'' AND OLD.bytes <> x''
            BEGIN UPDATE evidence SET salt = NULL WHERE source = 'reading' AND number = NEW.number; END;
        CREATE TRIGGER accessForgotten AFTER DELETE ON access
            BEGIN UPDATE evidence SET salt = NULL WHERE source = 'access' AND number = OLD.number; END;
        """
}
