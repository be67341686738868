import Glibc

/// A station of one run of the program, so that people who scan at the same time do not share open places.
enum PrivateStation {
    /// `terminal-` with the process and 32 random bits.
    static func name() -> String {
        "terminal-\(getpid())-\(String(UInt32.random(in: .min ... .max), radix: 16))"
    }
}
