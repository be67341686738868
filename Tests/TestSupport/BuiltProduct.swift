import Glibc

/// An executable of this package, built beside the tests that run it.
public enum BuiltProduct {
    /// Why an executable cannot be used.
    public struct Missing: Error, Sendable, CustomStringConvertible {
        public let path: String
        public var description: String { "cannot run \(path), build it before the tests" }
    }

    /// The absolute path of the executable called `name`, in the directory of the running test bundle.
    public static func path(of name: String) throws(Missing) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let bundle = String(decoding: buffer.prefix(max(count, 0)).map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard let slash = bundle.lastIndex(of: "/") else { throw Missing(path: name) }
        let path = bundle[...slash] + name
        guard access(String(path), X_OK) == 0 else { throw Missing(path: String(path)) }
        return String(path)
    }
}
