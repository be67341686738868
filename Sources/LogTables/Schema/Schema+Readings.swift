extension Schema {
    /// The devices of readings, and the lines of files that were already stored.
    static let origins = """
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

    /// The lines of uploads without times, to recognise an upload that has grown; and the steps back of the clock.
    ///
    /// The stated time of a line without a time is the time at which it was stored. `clockStep` is derived: what was
    /// recorded before such an entry happened at `at` at the latest.
    static let uploads = """
        CREATE TABLE uploadedLine (
            reading INTEGER PRIMARY KEY REFERENCES reading (number),
            before INTEGER REFERENCES uploadedLine (reading)
        ) STRICT;
        CREATE INDEX uploadedLineByBefore ON uploadedLine (before);
        CREATE INDEX readingByUploadedBytes ON reading (bytes) WHERE batch IS NOT NULL;
        INSERT INTO uploadedLine (reading, before)
            SELECT number, lag(number) OVER (PARTITION BY batch, scanner ORDER BY number) FROM reading
            WHERE batch IS NOT NULL AND occurredAt = recordedAt ORDER BY number;
        CREATE TABLE clockStep (
            entry INTEGER PRIMARY KEY REFERENCES entry (number),
            at INTEGER NOT NULL
        ) STRICT;
        INSERT INTO clockStep (entry, at)
            SELECT number, CAST(strftime('%s', substr(moment, 1, 19)) AS INTEGER) * 1000000
                + CAST(substr(moment, 21, 6) AS INTEGER)
            FROM (
                SELECT number, json_extract(CAST(body AS TEXT), '$.recordedAt') AS moment FROM entry
                WHERE instr(body, CAST('"kind":"clock-stepped-back"' AS BLOB)) > 0
                    AND json_extract(CAST(body AS TEXT), '$.kind') = 'clock-stepped-back'
            );
        """

    /// The responses to requests whose effect is not an entry with their key, and the entities that requests were about.
    ///
    /// A response without a status belongs to a request that was begun and has not ended; one without a body was too
    /// long to be stored.
    static let responses = """
        CREATE TABLE response (
            principal TEXT NOT NULL,
            key TEXT NOT NULL,
            begunAt INTEGER NOT NULL,
            status INTEGER CHECK (status IS NULL OR status BETWEEN 200 AND 599),
            body BLOB CHECK (body IS NULL OR length(body) <= 262144),
            PRIMARY KEY (principal, key)
        ) STRICT;
        CREATE TABLE requestRecord (
            principal TEXT NOT NULL,
            key TEXT NOT NULL,
            record INTEGER NOT NULL REFERENCES record (id),
            PRIMARY KEY (principal, key, record)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX requestByRecord ON requestRecord (record);
        CREATE TRIGGER requestForgotten AFTER DELETE ON request
            BEGIN
                DELETE FROM response WHERE principal = OLD.principal AND key = OLD.key;
                DELETE FROM requestRecord WHERE principal = OLD.principal AND key = OLD.key;
            END;
        """
}
