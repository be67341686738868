import Localization

/// Checks that the access record is complete.
package struct AccessRecordCheck: Check {
    static let name = "access-record"

    let book: AccessBook

    package init(book: AccessBook) { self.book = book }

    package func findings() async -> [Finding] {
        guard book.lost == 0 else {
            let message = Message(
                "{count} row of the record of access was lost since the start",
                plural: "{count} rows of the record of access were lost since the start",
                count: book.lost
            )
            let remedy = Message(
                "look with “outguide access list” who asks so much, and whether the log can be written"
            )
            return [.failed(Self.name, message, remedy: remedy)]
        }
        return [.ok(Self.name, Message("nothing was lost of it since the start"))]
    }
}
