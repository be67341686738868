/// Content of a log that no version of Outguide can have written.
package struct LogDamage: Error, Sendable, Hashable {
    /// The description of the damage, such as `entry 4 does not exist`.
    package let what: String

    package init(_ what: String) { self.what = what }

    /// The bytes of entry `number` were altered.
    package static func notWhatWasWritten(_ number: Int64) -> LogDamage {
        LogDamage("entry \(number) is not what was written: its bytes do not fit their hash")
    }
}
