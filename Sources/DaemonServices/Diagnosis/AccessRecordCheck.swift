/// Checks that the access record is complete.
package struct AccessRecordCheck: Check {
    static let name = "access-record"

    let book: AccessBook

    package init(book: AccessBook) { self.book = book }

    package func findings() async -> [Finding] {
        guard book.lost == 0 else {
            let message = "\(book.lost) rows of the record of access were lost since the start"
            let remedy = "look with “outguide access list” who asks so much, and whether the log can be written"
            return [.failed(Self.name, message, remedy: remedy)]
        }
        return [.ok(Self.name, "nothing was lost of it since the start")]
    }
}
