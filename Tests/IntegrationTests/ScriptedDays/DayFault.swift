/// Why a day cannot be played.
struct DayFault: Error, Sendable, CustomStringConvertible {
    let description: String
}
