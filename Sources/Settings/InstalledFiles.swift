import Glibc

/// Locates files installed with the programs.
package enum InstalledFiles {
    /// The site's label templates first, then those of the package or of the checkout that the program was built in.
    package static var labelDirectories: [String] {
        ["/etc/outguide/labels", "/usr/share/outguide/labels"] + checkoutLabels
    }

    /// The image decoder: in the directory of this program after a build, otherwise in the package's directory.
    package static var decoder: String {
        let beside = executableDirectory + "/outguide-decoder"
        return access(beside, X_OK) == 0 ? beside : "/usr/libexec/outguide/outguide-decoder"
    }

    /// The directory `labels` beside the `Package.swift` of the checkout that contains this program.
    private static var checkoutLabels: [String] {
        var directory = executableDirectory
        for _ in 0..<5 {
            guard let slash = directory.lastIndex(of: "/"), slash > directory.startIndex else { return [] }
            directory = String(directory[..<slash])
            if access(directory + "/Package.swift", F_OK) == 0 { return [directory + "/labels"] }
        }
        return []
    }

    /// The directory of the running program, with links resolved.
    private static var executableDirectory: String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard length > 0 else { return "/usr/bin" }
        let path = String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "/usr/bin"
    }
}
