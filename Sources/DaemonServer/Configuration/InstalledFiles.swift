import Glibc

/// Where the programs find what was installed with them.
enum InstalledFiles {
    /// The site's label templates first, then those of the package or of the checkout that the program was built in.
    static var labelDirectories: [String] {
        ["/etc/outguide/labels", "/usr/share/outguide/labels"] + checkoutLabels
    }

    /// The program that decodes images: beside this one in a build directory, else where packages put it.
    static var decoder: String {
        let beside = executableDirectory + "/outguide-decoder"
        return access(beside, X_OK) == 0 ? beside : "/usr/libexec/outguide/outguide-decoder"
    }

    /// `labels` beside the `Package.swift` above the build directory that this program stands in.
    private static var checkoutLabels: [String] {
        var directory = executableDirectory
        for _ in 0..<5 {
            guard let slash = directory.lastIndex(of: "/"), slash > directory.startIndex else { return [] }
            directory = String(directory[..<slash])
            if access(directory + "/Package.swift", F_OK) == 0 { return [directory + "/labels"] }
        }
        return []
    }

    /// The directory of the running program, without links.
    private static var executableDirectory: String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard length > 0 else { return "/usr/bin" }
        let path = String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "/usr/bin"
    }
}
