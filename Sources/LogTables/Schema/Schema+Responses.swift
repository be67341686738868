extension Schema {
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
