extension Schema {
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
}
