extension Schema {
    /// Concealed entities, and who accessed them, accessed the log, or lacked permission.
    ///
    /// `restriction` is derived. `access` is for the auditor: its rows never change, and are deleted only after a
    /// year. `roleHolder` is the last known role membership, used to detect changes.
    static let access = """
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

    /// The concealment levels: a row for each entity covered by a seal, a restriction or an expungement.
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
