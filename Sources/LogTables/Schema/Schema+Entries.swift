extension Schema {
    /// Readings and entries.
    ///
    /// Rows are never changed or deleted, except texts, which can be expunged.
    static let truth = """
        CREATE TABLE reading (
            number INTEGER PRIMARY KEY,
            bytes BLOB NOT NULL CHECK (length(bytes) <= 4096),
            symbology TEXT,
            station TEXT NOT NULL,
            scanner TEXT,
            principal TEXT NOT NULL,
            occurredAt INTEGER NOT NULL,
            recordedAt INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE outcome (
            reading INTEGER PRIMARY KEY REFERENCES reading (number),
            verdict TEXT NOT NULL CHECK (verdict = 'accepted' OR verdict = 'attention' OR verdict = 'refused'),
            kind TEXT NOT NULL,
            entry INTEGER REFERENCES entry (number)
        ) STRICT;
        CREATE TABLE entry (
            number INTEGER PRIMARY KEY,
            body BLOB NOT NULL CHECK (length(body) BETWEEN 2 AND 65535),
            leafHash BLOB NOT NULL CHECK (length(leafHash) = 32)
        ) STRICT;
        CREATE TABLE node (
            level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 62),
            position INTEGER NOT NULL CHECK (position >= 0),
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            PRIMARY KEY (level, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE text (
            entry INTEGER NOT NULL REFERENCES entry (number),
            field TEXT NOT NULL,
            salt BLOB NOT NULL CHECK (length(salt) = 32),
            text TEXT NOT NULL,
            PRIMARY KEY (entry, field)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE request (
            principal TEXT NOT NULL,
            key TEXT NOT NULL,
            fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
            firstEntry INTEGER REFERENCES entry (number),
            lastEntry INTEGER REFERENCES entry (number),
            reading INTEGER REFERENCES reading (number),
            PRIMARY KEY (principal, key)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER entryNeverChanges BEFORE UPDATE ON entry
            BEGIN SELECT RAISE(ABORT, 'entries never change'); END;
        CREATE TRIGGER entryNeverGoes BEFORE DELETE ON entry
            BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
        CREATE TRIGGER entryFollows BEFORE INSERT ON entry
            WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM entry)
            BEGIN SELECT RAISE(ABORT, 'entries follow one another without a gap'); END;
        -- What a reading said may be expunged; that there was one may not.
        CREATE TRIGGER readingNeverChanges BEFORE UPDATE ON reading
            WHEN NEW.bytes <> x'' OR NEW.number <> OLD.number OR NEW.station <> OLD.station
                OR NEW.principal <> OLD.principal OR NEW.occurredAt <> OLD.occurredAt
                OR NEW.recordedAt <> OLD.recordedAt OR NEW.scanner IS NOT OLD.scanner
            BEGIN SELECT RAISE(ABORT, 'readings never change'); END;
        CREATE TRIGGER readingNeverGoes BEFORE DELETE ON reading
            BEGIN SELECT RAISE(ABORT, 'readings are never deleted'); END;
        CREATE TRIGGER readingFollows BEFORE INSERT ON reading
            WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM reading)
            BEGIN SELECT RAISE(ABORT, 'readings follow one another without a gap'); END;
        """

    /// An index of the few entries about the log itself, its keys and restores, among millions about entities.
    ///
    /// Queries must repeat its condition word for word, or SQLite does not use the index.
    static let entriesOfLog = """
        CREATE INDEX entryOfLog ON entry (number)
            WHERE instr(body, CAST('"kind":"key-rotated"' AS BLOB)) > 0
                OR instr(body, CAST('"kind":"restored"' AS BLOB)) > 0;
        """

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
