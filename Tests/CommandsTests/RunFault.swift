/// Why the program cannot be run.
struct RunFault: Error, Sendable, CustomStringConvertible {
    let description: String
}
