import Glibc

/// A private station for one run of the program, so that simultaneous users do not share open places.
enum PrivateStation {
    /// Returns `terminal-` with the process ID and 32 random bits.
    static func name() -> String {
        "terminal-\(getpid())-\(String(UInt32.random(in: .min ... .max), radix: 16))"
    }
}
