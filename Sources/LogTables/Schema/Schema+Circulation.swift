extension Schema {
    /// Charge-outs, transits, conditions, holds and sightings, all of which are derived; and the sessions of
    /// stations, which are not.
    static let circulation = """
        CREATE TABLE loan (
            record INTEGER PRIMARY KEY REFERENCES record (id),
            entry INTEGER NOT NULL REFERENCES entry (number),
            custodian INTEGER NOT NULL REFERENCES record (id),
            since INTEGER NOT NULL,
            due INTEGER,
            renewals INTEGER NOT NULL CHECK (renewals >= 0)
        ) STRICT;
        CREATE INDEX loanByCustodian ON loan (custodian, record);
        CREATE INDEX loanByDue ON loan (due, record) WHERE due IS NOT NULL;
        CREATE TABLE transit (
            record INTEGER PRIMARY KEY REFERENCES record (id),
            entry INTEGER NOT NULL REFERENCES entry (number),
            since INTEGER NOT NULL,
            sender INTEGER REFERENCES record (id),
            recipient INTEGER REFERENCES record (id)
        ) STRICT;
        CREATE INDEX transitBySince ON transit (since, record);
        CREATE TABLE condition (
            record INTEGER PRIMARY KEY REFERENCES record (id),
            isClosed INTEGER NOT NULL CHECK (isClosed = 0 OR isClosed = 1),
            isSealed INTEGER NOT NULL CHECK (isSealed = 0 OR isSealed = 1),
            capacity INTEGER,
            series TEXT,
            roles TEXT NOT NULL,
            rooms TEXT NOT NULL
        ) STRICT;
        CREATE TABLE hold (
            entry INTEGER PRIMARY KEY REFERENCES entry (number),
            record INTEGER NOT NULL REFERENCES record (id)
        ) STRICT;
        CREATE INDEX holdByRecord ON hold (record, entry);
        CREATE TABLE sighting (
            record INTEGER PRIMARY KEY REFERENCES record (id),
            entry INTEGER NOT NULL REFERENCES entry (number),
            seenAt INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE stationSession (
            station TEXT PRIMARY KEY,
            context TEXT NOT NULL
                CHECK (context = 'closed' OR context = 'here' OR context = 'into' OR context = 'with'
                    OR context = 'handing' OR context = 'transit' OR context = 'counting'),
            place INTEGER REFERENCES record (id),
            giver INTEGER REFERENCES record (id),
            armed TEXT,
            waiting INTEGER REFERENCES record (id),
            clerk INTEGER REFERENCES record (id),
            signedInAt INTEGER,
            openedAt INTEGER NOT NULL,
            touchedAt INTEGER NOT NULL,
            run INTEGER NOT NULL,
            CHECK (context = 'transit' OR (place IS NULL) = (context = 'closed')),
            CHECK ((giver IS NOT NULL) = (context = 'handing'))
        ) STRICT, WITHOUT ROWID;
        INSERT INTO stationSession (station, context, place, armed, openedAt, touchedAt, run)
            SELECT station, context, place, armed, touchedAt, touchedAt, 0 FROM session;
        DROP TABLE session;
        ALTER TABLE stationSession RENAME TO session;
        CREATE TABLE stationReading (
            station TEXT NOT NULL,
            reading INTEGER NOT NULL REFERENCES reading (number),
            run INTEGER NOT NULL,
            verdict TEXT NOT NULL CHECK (verdict = 'accepted' OR verdict = 'attention' OR verdict = 'refused'),
            kind TEXT NOT NULL,
            message TEXT NOT NULL,
            record INTEGER REFERENCES record (id),
            firstEntry INTEGER REFERENCES entry (number),
            lastEntry INTEGER REFERENCES entry (number),
            isUndone INTEGER NOT NULL CHECK (isUndone = 0 OR isUndone = 1),
            PRIMARY KEY (station, reading)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE stationCount (
            station TEXT NOT NULL,
            code TEXT NOT NULL,
            record INTEGER REFERENCES record (id),
            PRIMARY KEY (station, code)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX stationCountByRecord ON stationCount (station, record) WHERE record IS NOT NULL;
        """

    /// Pull lists, which are derived; the open pull list of stations; and an index of overdue charge-outs by due
    /// date.
    static let pullLists = """
        CREATE TABLE pullList (
            number INTEGER PRIMARY KEY REFERENCES entry (number),
            barcode TEXT NOT NULL UNIQUE,
            madeAt INTEGER NOT NULL,
            cancellation INTEGER REFERENCES entry (number)
        ) STRICT;
        CREATE TABLE pullLine (
            entry INTEGER PRIMARY KEY REFERENCES entry (number),
            list INTEGER NOT NULL REFERENCES pullList (number),
            record INTEGER NOT NULL REFERENCES record (id),
            recipient INTEGER REFERENCES record (id),
            since INTEGER NOT NULL,
            due INTEGER,
            pulled INTEGER REFERENCES entry (number),
            missed INTEGER REFERENCES entry (number)
        ) STRICT;
        CREATE INDEX pullLineByRecord ON pullLine (record, entry);
        CREATE INDEX pullLineByList ON pullLine (list, entry);
        CREATE INDEX pullLineOpen ON pullLine (list) WHERE pulled IS NULL AND missed IS NULL;
        CREATE INDEX loanByCustodianDue ON loan (custodian, due, record) WHERE due IS NOT NULL;

        CREATE TABLE stationSession (
            station TEXT PRIMARY KEY,
            context TEXT NOT NULL
                CHECK (context = 'closed' OR context = 'here' OR context = 'into' OR context = 'with'
                    OR context = 'handing' OR context = 'transit' OR context = 'counting' OR context = 'pulling'),
            place INTEGER REFERENCES record (id),
            giver INTEGER REFERENCES record (id),
            list INTEGER REFERENCES entry (number),
            armed TEXT,
            waiting INTEGER REFERENCES record (id),
            clerk INTEGER REFERENCES record (id),
            signedInAt INTEGER,
            openedAt INTEGER NOT NULL,
            touchedAt INTEGER NOT NULL,
            run INTEGER NOT NULL,
            CHECK (context = 'transit' OR (place IS NULL) = (context = 'closed' OR context = 'pulling')),
            CHECK ((giver IS NOT NULL) = (context = 'handing')),
            CHECK ((list IS NOT NULL) = (context = 'pulling'))
        ) STRICT, WITHOUT ROWID;
        INSERT INTO stationSession
            (station, context, place, giver, armed, waiting, clerk, signedInAt, openedAt, touchedAt, run)
            SELECT station, context, place, giver, armed, waiting, clerk, signedInAt, openedAt, touchedAt, run FROM session;
        DROP TABLE session;
        ALTER TABLE stationSession RENAME TO session;
        """
}
