package import GRDB

/// The tables of the transfer log.
///
/// A landed migration is never changed and uses no type of the program, because its result must stay the same. CHECK
/// constraints are written with OR, because for a longer IN list SQLite builds a temporary table for every row.
package enum Schema {
    /// The application ID "OUTG", which identifies the file for `file(1)` and for Outguide itself.
    package static let applicationID: Int32 = 0x4F55_5447

    /// The table with the metadata of a backup, which only backups have.
    package static let backupStamp = "backup"

    package static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1") { db in
            try db.execute(sql: "PRAGMA application_id = 1330992199")
            try db.execute(sql: truth)
            try db.execute(sql: projections)
        }
        // Immediate checks, because deferred checks would verify every reference, which takes many minutes in a large
        // log.
        migrator.registerMigration("v2", foreignKeyChecks: .immediate) { db in try db.execute(sql: origins) }
        migrator.registerMigration("v3", foreignKeyChecks: .immediate) { db in try db.execute(sql: shortcuts) }
        migrator.registerMigration("v4", foreignKeyChecks: .immediate) { db in try db.execute(sql: documents) }
        migrator.registerMigration("v5", foreignKeyChecks: .immediate) { db in try db.execute(sql: search) }
        migrator.registerMigration("v6", foreignKeyChecks: .immediate) { db in try db.execute(sql: circulation) }
        migrator.registerMigration("v7", foreignKeyChecks: .immediate) { db in try db.execute(sql: printing) }
        migrator.registerMigration("v8", foreignKeyChecks: .immediate) { db in try db.execute(sql: access) }
        migrator.registerMigration("v9", foreignKeyChecks: .immediate) { db in try db.execute(sql: pullLists) }
        migrator.registerMigration("v10", foreignKeyChecks: .immediate) { db in
            for statements in [printFields, uploads, recognition, concealment, dropFolders, documentMoves] {
                try db.execute(sql: statements)
            }
        }
        migrator.registerMigration("v11", foreignKeyChecks: .immediate) { db in
            for statements in [printJobs, entriesOfLog] { try db.execute(sql: statements) }
        }
        migrator.registerMigration("v12", foreignKeyChecks: .immediate) { db in
            for statements in [printCircumstances] { try db.execute(sql: statements) }
        }
        migrator.registerMigration("v13", foreignKeyChecks: .immediate) { db in try db.execute(sql: evidence) }
        return migrator
    }

    /// An index of the few entries about the log itself, its keys and restores, among millions about records.
    ///
    /// Queries must repeat its condition word for word, or SQLite does not use the index.
    private static let entriesOfLog = """
        CREATE INDEX entryOfLog ON entry (number)
            WHERE instr(body, CAST('"kind":"key-rotated"' AS BLOB)) > 0
                OR instr(body, CAST('"kind":"restored"' AS BLOB)) > 0;
        """

    /// The tables, indexes and triggers in `db` that differ from the result of its migrations; empty when there are
    /// none.
    ///
    /// The owner of the file could drop the triggers that protect entries from changes; this detects it.
    package static func differences(in db: Database) throws -> [String] {
        let found = try statements(in: db)
        let applied = try applied(in: db)
        guard let last = migrator.migrations.last(where: applied.contains) else { return ["it has no migration"] }
        let scratch = try DatabaseQueue()
        try migrator.migrate(scratch, upTo: last)
        let made = try scratch.read(statements)
        return Set(found.keys).union(made.keys).filter { found[$0] != made[$0] }.sorted()
    }

    /// Whether all migrations were applied to `db`.
    package static func isUpToDate(_ db: Database) throws -> Bool {
        try applied(in: db).isSuperset(of: migrator.migrations)
    }

    /// Whether a newer version applied migrations to `db` that this version does not know.
    package static func isSuperseded(_ db: Database) throws -> Bool {
        try !applied(in: db).isSubset(of: migrator.migrations)
    }

    /// The migrations applied to `db`.
    ///
    /// Does not use GRDB's schema queries, which fail on a damaged schema.
    private static func applied(in db: Database) throws -> Set<String> {
        let question = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'grdb_migrations'"
        guard try db.first(question, value: { $0.integer(0) }) == 1 else { return [] }
        var applied: Set<String> = []
        try db.each("SELECT identifier FROM grdb_migrations") { applied.insert($0.text(0)) }
        return applied
    }

    /// The SQL statement of each table, index and trigger, by name.
    private static func statements(in db: Database) throws -> [String: String] {
        var statements: [String: String] = [:]
        // SQLite's own tables below the search table may differ between versions of SQLite.
        try db.each(
            """
            SELECT type || ' ' || name, sql FROM sqlite_schema
            WHERE sql IS NOT NULL AND name <> ? AND NOT (type = 'table' AND name GLOB 'searchText_*')
            """,
            .text(backupStamp)
        ) { statements[$0.text(0)] = $0.text(1) }
        return statements
    }

    /// Readings and entries.
    ///
    /// Rows are never changed or deleted, except texts, which can be expunged.
    private static let truth = """
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

    /// The derived tables, which can be dropped and rebuilt at any time.
    ///
    /// Sessions are the unfinished work of stations.
    private static let projections = """
        CREATE TABLE record (
            id INTEGER PRIMARY KEY,
            type TEXT NOT NULL CHECK (type = 'item' OR type = 'container' OR type = 'location' OR type = 'custodian'),
            kind TEXT NOT NULL,
            titleEntry INTEGER REFERENCES entry (number),
            home INTEGER REFERENCES record (id),
            parent INTEGER REFERENCES record (id)
        ) STRICT;
        CREATE INDEX recordByType ON record (type, id);
        CREATE INDEX recordByParent ON record (parent, id) WHERE parent IS NOT NULL;
        CREATE TABLE barcode (
            text TEXT PRIMARY KEY,
            record INTEGER NOT NULL REFERENCES record (id),
            isPrimary INTEGER NOT NULL CHECK (isPrimary IN (0, 1))
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX barcodeOfRecord ON barcode (record) WHERE isPrimary = 1;
        CREATE TABLE minted (
            prefix TEXT NOT NULL,
            site INTEGER NOT NULL,
            lastSerial INTEGER NOT NULL CHECK (lastSerial BETWEEN 0 AND 9999999),
            PRIMARY KEY (prefix, site)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE placement (
            record INTEGER PRIMARY KEY REFERENCES record (id),
            kind TEXT NOT NULL
                CHECK (kind = 'location' OR kind = 'container' OR kind = 'custodian' OR kind = 'inTransit'
                    OR kind = 'unknown' OR kind = 'disposed'),
            place INTEGER REFERENCES record (id),
            entry INTEGER NOT NULL REFERENCES entry (number),
            since INTEGER NOT NULL,
            CHECK ((place IS NOT NULL) = (kind = 'location' OR kind = 'container' OR kind = 'custodian'))
        ) STRICT;
        CREATE INDEX placementByPlace ON placement (place, record) WHERE place IS NOT NULL;
        CREATE TABLE history (
            record INTEGER NOT NULL REFERENCES record (id),
            entry INTEGER NOT NULL REFERENCES entry (number),
            occurredAt INTEGER NOT NULL,
            isBackDated INTEGER NOT NULL CHECK (isBackDated IN (0, 1)),
            kind TEXT
                CHECK (kind = 'location' OR kind = 'container' OR kind = 'custodian' OR kind = 'inTransit'
                    OR kind = 'unknown' OR kind = 'disposed'),
            place INTEGER REFERENCES record (id),
            PRIMARY KEY (record, entry)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX historyByPlace ON history (place, record) WHERE place IS NOT NULL;
        CREATE TABLE voided (
            entry INTEGER PRIMARY KEY REFERENCES entry (number),
            by INTEGER NOT NULL REFERENCES entry (number)
        ) STRICT;
        CREATE TABLE session (
            station TEXT PRIMARY KEY,
            context TEXT NOT NULL CHECK (context = 'closed' OR context = 'here' OR context = 'into' OR context = 'with'),
            place INTEGER REFERENCES record (id),
            armed TEXT,
            touchedAt INTEGER NOT NULL,
            CHECK ((place IS NULL) = (context = 'closed'))
        ) STRICT, WITHOUT ROWID;
        """

    /// The devices of readings, and the lines of files that were already stored.
    private static let origins = """
        CREATE TABLE device (
            id INTEGER PRIMARY KEY,
            vendor TEXT NOT NULL,
            product TEXT NOT NULL,
            serial TEXT NOT NULL,
            port TEXT NOT NULL,
            UNIQUE (vendor, product, serial, port)
        ) STRICT;
        CREATE TABLE batch (
            number INTEGER PRIMARY KEY,
            recordedAt INTEGER NOT NULL
        ) STRICT;
        ALTER TABLE reading ADD COLUMN device INTEGER REFERENCES device (id);
        ALTER TABLE reading ADD COLUMN transport TEXT;
        ALTER TABLE reading ADD COLUMN ending TEXT;
        ALTER TABLE reading ADD COLUMN role TEXT CHECK (role IS NULL OR role = 'place' OR role = 'thing');
        ALTER TABLE reading ADD COLUMN batch INTEGER REFERENCES batch (number);
        CREATE INDEX readingByDevice ON reading (device, number) WHERE device IS NOT NULL;
        CREATE INDEX readingByBatch ON reading (batch, number) WHERE batch IS NOT NULL;
        CREATE TABLE batchLine (
            digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
            reading INTEGER NOT NULL REFERENCES reading (number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX batchLineByReading ON batchLine (reading);

        CREATE TRIGGER readingOriginNeverChanges BEFORE UPDATE ON reading
            WHEN NEW.device IS NOT OLD.device OR NEW.transport IS NOT OLD.transport OR NEW.ending IS NOT OLD.ending
                OR NEW.role IS NOT OLD.role OR NEW.batch IS NOT OLD.batch
            BEGIN SELECT RAISE(ABORT, 'readings never change'); END;
        -- What a line said could be guessed from its digest.
        CREATE TRIGGER readingExpunged AFTER UPDATE ON reading WHEN NEW.bytes = x'' AND OLD.bytes <> x''
            BEGIN DELETE FROM batchLine WHERE reading = NEW.number; END;
        """

    /// Results that would otherwise need a full scan: the number of records, the readings waiting to be interpreted,
    /// and the aliases of a record.
    private static let shortcuts = """
        CREATE TABLE recordCount (
            type TEXT PRIMARY KEY
                CHECK (type = 'item' OR type = 'container' OR type = 'location' OR type = 'custodian'),
            count INTEGER NOT NULL CHECK (count > 0)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO recordCount (type, count) SELECT type, count(*) FROM record GROUP BY type;
        CREATE TABLE openReading (
            reading INTEGER PRIMARY KEY REFERENCES reading (number)
        ) STRICT;
        INSERT INTO openReading (reading)
            SELECT number FROM reading WHERE NOT EXISTS (SELECT 1 FROM outcome WHERE outcome.reading = reading.number);
        CREATE INDEX aliasOfRecord ON barcode (record) WHERE isPrimary = 0;
        """

    /// Which pages of which stored files belong to which records; derived.
    private static let documents = """
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

    /// The search index: every title that a record ever had, and recognised text of documents.
    ///
    /// The row number is 4096 × the entry of the title, or 4096 × the entry that attached the document + the page of
    /// its file. `searchedTitle` has one row: titles up to this entry are indexed.
    private static let search = """
        CREATE VIRTUAL TABLE searchText USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
        CREATE TABLE searchedTitle (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            lastEntry INTEGER NOT NULL
        ) STRICT;
        INSERT INTO searchedTitle (id, lastEntry) VALUES (1, 0);
        """

    /// Printed and scanned labels, the use of supplies, and print batches.
    ///
    /// `printedLabel`, `usage`, `supply` and `supplyMark` are derived. Uses are counted from the first entry about
    /// any supply. Labels printed before this migration are not included, because their scans were not recorded.
    private static let printing = """
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
    private static let printFields = """
        CREATE TABLE printField (
            batch INTEGER NOT NULL REFERENCES printBatch (number),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
            value TEXT NOT NULL CHECK (length(value) <= 1000),
            PRIMARY KEY (batch, name)
        ) STRICT, WITHOUT ROWID;
        """

    /// The names of jobs, by which printers and their servers identify them, and the overridden kinds of printer
    /// trouble.
    private static let printJobs = """
        ALTER TABLE printLabel ADD COLUMN jobName TEXT;
        ALTER TABLE printBatch ADD COLUMN despite TEXT;
        CREATE INDEX printLabelDoubtful ON printLabel (record) WHERE state = 'doubtful';
        """

    /// The principals of overrides, and why the loaded media was uncertain.
    ///
    /// Earlier versions stored only the kinds; all are attributed to the principal who began the batch.
    private static let printCircumstances = """
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

    /// Concealed records, and who accessed them, accessed the log, or lacked permission.
    ///
    /// `restriction` is derived. `access` is for the auditor: its rows never change, and are deleted only after a
    /// year. `roleHolder` is the last known role membership, used to detect changes.
    private static let access = """
        CREATE TABLE restriction (
            record INTEGER PRIMARY KEY REFERENCES record (id),
            level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
            entry INTEGER NOT NULL REFERENCES entry (number)
        ) STRICT;
        INSERT INTO restriction (record, level, entry)
            SELECT CAST(json_extract(CAST(body AS TEXT), '$.subject') AS INTEGER), 3, min(number) FROM entry
            WHERE instr(body, CAST('"kind":"expunged"' AS BLOB)) > 0
                AND json_extract(CAST(body AS TEXT), '$.kind') = 'expunged'
            GROUP BY 1;

        CREATE TABLE access (
            number INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            principal TEXT NOT NULL,
            roles TEXT NOT NULL,
            act TEXT NOT NULL
                CHECK (act = 'thing' OR act = 'log' OR act = 'right' OR act = 'role' OR act = 'record'),
            route TEXT NOT NULL CHECK (length(route) <= 256),
            record INTEGER,
            level INTEGER CHECK (level IS NULL OR level BETWEEN 1 AND 3),
            isGranted INTEGER NOT NULL CHECK (isGranted = 0 OR isGranted = 1),
            detail TEXT CHECK (detail IS NULL OR length(detail) <= 512)
        ) STRICT;
        CREATE INDEX accessByRecord ON access (record, number) WHERE record IS NOT NULL;
        CREATE TABLE roleHolder (
            role TEXT NOT NULL,
            holder TEXT NOT NULL,
            PRIMARY KEY (role, holder)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER accessNeverChanges BEFORE UPDATE ON access
            BEGIN SELECT RAISE(ABORT, 'the record of access never changes'); END;
        CREATE TRIGGER accessFollows BEFORE INSERT ON access
            WHEN NEW.number <= (SELECT coalesce(max(number), 0) FROM access)
            BEGIN SELECT RAISE(ABORT, 'rows of access follow one another'); END;
        -- 366 days, by the clock that wrote the newest row.
        CREATE TRIGGER accessStaysAYear BEFORE DELETE ON access
            WHEN OLD.at > (SELECT at FROM access ORDER BY number DESC LIMIT 1) - 31622400000000
            BEGIN SELECT RAISE(ABORT, 'the record of access is kept for a year'); END;
        """

    /// The concealment levels: a row for each record covered by a seal, a restriction or an expungement.
    ///
    /// Derived from `restriction`, `condition` and `placement`: what covers a container covers its contents.
    package static let concealment = """
        CREATE TABLE concealment (
            record INTEGER PRIMARY KEY REFERENCES record (id),
            level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3)
        ) STRICT;
        INSERT INTO concealment (record, level)
            WITH RECURSIVE covered (id, level) AS (
                SELECT record, level FROM restriction
                UNION SELECT record, 2 FROM condition WHERE isSealed = 1
                UNION SELECT placement.record, min(covered.level, 2)
                    FROM covered JOIN placement ON placement.place = covered.id AND placement.kind = 'container'
            )
            SELECT id, max(level) FROM covered GROUP BY id;
        """
}
