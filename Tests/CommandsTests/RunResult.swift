/// What a run of the program left.
struct RunResult: Sendable, Hashable {
    /// The exit status, or 128 and the signal, as shells say it.
    let status: Int32
    let outputBytes: [UInt8]
    let errors: String

    var output: String { String(decoding: outputBytes, as: UTF8.self) }
}
