extension Schema {
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
