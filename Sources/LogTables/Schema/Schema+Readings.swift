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
}
