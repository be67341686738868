import Glibc

/// The name of whoever did something, for people.
enum PrincipalName {
    /// The most bytes of an entry in the user database.
    private static let longestEntry = 16_384

    /// Returns the login name for `uid:1000`; anything else, and the number of an unknown user, unchanged.
    ///
    /// The daemon runs on the same machine, so the numbers mean the same users.
    static func of(_ principal: String) -> String {
        guard principal.hasPrefix("uid:"), let number = uid_t(principal.dropFirst(4)) else { return principal }
        var (entry, found) = (passwd(), UnsafeMutablePointer<passwd>?.none)
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: longestEntry) { buffer in
            guard let start = buffer.baseAddress,
                getpwuid_r(number, &entry, start, buffer.count, &found) == 0, found != nil, let name = entry.pw_name
            else { return principal }
            return String(cString: name)
        }
    }
}
