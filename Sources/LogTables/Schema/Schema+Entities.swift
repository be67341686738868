extension Schema {
    /// The derived tables, which can be dropped and rebuilt at any time.
    ///
    /// Sessions are the unfinished work of stations.
    static let projections = """
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

    /// Results that would otherwise need a full scan: the number of entities, the readings waiting to be interpreted,
    /// and the aliases of an entity.
    static let shortcuts = """
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
}
