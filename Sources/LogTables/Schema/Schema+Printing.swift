extension Schema {
    /// Printed and scanned labels, the use of supplies, and print batches.
    ///
    /// `printedLabel`, `usage`, `supply` and `supplyMark` are derived. Uses are counted from the first entry about
    /// any supply. Labels printed before this migration are not included, because their scans were not recorded.
    static let printing = """
        CREATE TABLE printedLabel (
            record INTEGER PRIMARY KEY REFERENCES record (id),
            entry INTEGER NOT NULL REFERENCES entry (number),
            printedAt INTEGER NOT NULL,
            isApplied INTEGER NOT NULL CHECK (isApplied = 0 OR isApplied = 1)
        ) STRICT;
        CREATE INDEX printedLabelPending ON printedLabel (entry) WHERE isApplied = 0;
        CREATE TABLE usage (
            source TEXT PRIMARY KEY,
            total INTEGER NOT NULL CHECK (total > 0)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE supply (
            name TEXT PRIMARY KEY,
            declared INTEGER NOT NULL CHECK (declared >= 0),
            declaredAt INTEGER NOT NULL,
            entry INTEGER NOT NULL REFERENCES entry (number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE supplyMark (
            supply TEXT NOT NULL REFERENCES supply (name),
            source TEXT NOT NULL,
            total INTEGER NOT NULL,
            PRIMARY KEY (supply, source)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE printBatch (
            number INTEGER PRIMARY KEY,
            principal TEXT NOT NULL,
            key TEXT,
            fingerprint BLOB CHECK (fingerprint IS NULL OR length(fingerprint) = 32),
            template TEXT NOT NULL,
            printer TEXT NOT NULL,
            copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 999),
            isMinted INTEGER NOT NULL CHECK (isMinted = 0 OR isMinted = 1),
            reason TEXT,
            startedAt INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state = 'open' OR state = 'done' OR state = 'cancelled'),
            troubleKind TEXT,
            troubleDetail TEXT,
            UNIQUE (principal, key)
        ) STRICT;
        CREATE INDEX printBatchOpen ON printBatch (number) WHERE state = 'open';
        CREATE TABLE printLabel (
            batch INTEGER NOT NULL REFERENCES printBatch (number),
            position INTEGER NOT NULL CHECK (position > 0),
            record INTEGER NOT NULL REFERENCES record (id),
            state TEXT NOT NULL
                CHECK (state = 'waiting' OR state = 'sent' OR state = 'printed' OR state = 'doubtful'
                    OR state = 'cancelled'),
            job INTEGER,
            PRIMARY KEY (batch, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE printerAdjustment (
            printer TEXT PRIMARY KEY,
            offsetX REAL NOT NULL,
            offsetY REAL NOT NULL,
            scaleX REAL NOT NULL,
            scaleY REAL NOT NULL,
            measuredAt INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// The field values that a clerk entered for all labels of a batch, such as a year.
    static let printFields = """
        CREATE TABLE printField (
            batch INTEGER NOT NULL REFERENCES printBatch (number),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
            value TEXT NOT NULL CHECK (length(value) <= 1000),
            PRIMARY KEY (batch, name)
        ) STRICT, WITHOUT ROWID;
        """

    /// The names of jobs, by which printers and their servers identify them, and the overridden kinds of printer
    /// trouble.
    static let printJobs = """
        ALTER TABLE printLabel ADD COLUMN jobName TEXT;
        ALTER TABLE printBatch ADD COLUMN despite TEXT;
        CREATE INDEX printLabelDoubtful ON printLabel (record) WHERE state = 'doubtful';
        """

    /// The principals of overrides, and why the loaded media was uncertain.
    ///
    /// Earlier versions stored only the kinds; all are attributed to the principal who began the batch.
    static let printCircumstances = """
        ALTER TABLE printBatch ADD COLUMN mediaDoubt TEXT;
        CREATE TABLE printOverride (
            id INTEGER PRIMARY KEY,
            batch INTEGER NOT NULL REFERENCES printBatch (number),
            kind TEXT NOT NULL,
            principal TEXT NOT NULL,
            UNIQUE (batch, kind)
        ) STRICT;
        WITH RECURSIVE word (batch, principal, place, kind, rest) AS (
            SELECT number, principal, 0, '', despite || ' ' FROM printBatch WHERE despite IS NOT NULL
            UNION ALL
            SELECT batch, principal, place + 1, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1)
            FROM word WHERE rest <> ''
        )
        INSERT OR IGNORE INTO printOverride (batch, kind, principal)
            SELECT batch, kind, principal FROM word WHERE kind <> '' ORDER BY batch, place;
        ALTER TABLE printBatch DROP COLUMN despite;
        """
}
