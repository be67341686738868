import GRDB
import LogTables

extension LogTransaction {
    /// Runs `body` in a savepoint: if it throws, its changes are undone and the error is rethrown.
    public func attempt<Answer>(_ body: () throws -> Answer) throws -> Answer {
        let before = mark
        try db.run("SAVEPOINT attempt")
        let answer: Answer
        do {
            answer = try body()
        } catch {
            // A full or failing disk may already have rolled back the whole transaction.
            guard db.isInsideTransaction else { throw error }
            try db.run("ROLLBACK TO attempt")
            try db.run("RELEASE attempt")
            go(back: before)
            throw error
        }
        try db.run("RELEASE attempt")
        return answer
    }
}
