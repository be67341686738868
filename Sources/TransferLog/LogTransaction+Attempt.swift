import GRDB

extension LogTransaction {
    /// Does all of `body`, or nothing: what it throws is thrown on, and the change goes on as if it had not begun.
    public func attempt<Answer>(_ body: () throws -> Answer) throws -> Answer {
        let before = mark
        try db.run("SAVEPOINT attempt")
        let answer: Answer
        do {
            answer = try body()
        } catch {
            // A disk that is full or fails may have ended the whole transaction.
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
