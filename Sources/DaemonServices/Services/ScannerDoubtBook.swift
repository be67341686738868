import FoundationEssentials
import Safekeeping
import Scanning
import Synchronization

/// Settings that matched two scanners at once, kept in a file because only one of the two may be attached after a
/// restart.
///
/// It is not in backups, and a restore leaves it as it is: like the pairings beside it, it describes what is attached to
/// this machine, not what happened to entities. On another machine it would refuse scanners that nobody confused there.
final class ScannerDoubtBook: Sendable {
    /// One ambiguous setting as stored in the file.
    private struct Line: Codable {
        let transport: String
        let vendor: String?
        let product: String?
        let serial: String?
        let port: String?
        let interface: String?
        let path: String?

        init(_ doubt: ScannerDoubt) {
            let match = doubt.match
            transport = doubt.transport.rawValue
            (vendor, product, serial) = (match.vendor, match.product, match.serial)
            (port, interface, path) = (match.port, match.interface, match.path)
        }

        func doubt() throws -> ScannerDoubt? {
            guard let transport = ScannerTransport(rawValue: transport) else { return nil }
            let match = try ScannerMatch(
                vendor: vendor,
                product: product,
                serial: serial,
                port: port,
                interface: interface,
                path: path
            )
            return ScannerDoubt(match: match, transport: transport)
        }
    }

    private let file: SmallFile
    private let known: Mutex<Set<ScannerDoubt>>
    private let changing = Mutex(())

    /// Reads the file at `path`, if it exists.
    init(path: String) throws {
        file = SmallFile(path: path)
        let lines = try file.read().map { try JSONDecoder().decode([Line].self, from: Data($0)) } ?? []
        known = Mutex(Set(try lines.compactMap { try $0.doubt() }))
    }

    var doubts: Set<ScannerDoubt> { known.withLock { $0 } }

    /// Applies one change at a time, and returns when it is on disk; a change that cannot be written holds until the
    /// daemon ends.
    func change(_ body: @escaping @Sendable (inout Set<ScannerDoubt>) -> Void) async throws {
        try await BlockingWork.run { [self] in
            try changing.withLock { _ in
                let former = doubts
                var next = former
                body(&next)
                guard next != former else { return }
                known.withLock { [next] in $0 = next }
                try file.write(Array(try JSONEncoder().encode(next.map(Line.init))))
            }
        }
    }
}
