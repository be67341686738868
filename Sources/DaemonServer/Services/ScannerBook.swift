import Scanning
import Synchronization

/// The guns that are named: by the configuration first, and then by pairing.
///
/// Pairings are kept in a file of the state directory, in the form of the configuration, so that they survive a restart
/// and can be moved into it. What named two guns at once is kept in a file beside it.
final class ScannerBook: Sendable {
    private struct Named: Sendable {
        let gun: ScannerConfiguration
        let setting: ScannerSetting
    }

    /// Why a pairing is not forgotten.
    enum Unforgotten: Error, Hashable {
        case noPairing
        /// Several pairings answer to the name; these answer to one each.
        case several([String])
    }

    private let configured: Mutex<[Named]>
    private let file: SmallFile
    private let paired: Mutex<[Named]>
    private let doubtBook: ScannerDoubtBook
    private let changing = Mutex(())

    /// Reads the pairings of the file at `path`, and the doubts of the one at `doubtPath`, if there are any.
    init(configured: [ScannerConfiguration], path: String, doubtPath: String) throws {
        self.configured = Mutex(try configured.map { Named(gun: $0, setting: try $0.setting()) })
        file = SmallFile(path: path)
        let known = try file.read() == nil ? [] : ConfigurationFile(path: path).scanners()
        paired = Mutex(try known.map { Named(gun: $0, setting: try $0.setting()) })
        doubtBook = try ScannerDoubtBook(path: doubtPath)
    }

    /// What has named two guns at once and is not to be read.
    var doubts: Set<ScannerDoubt> { doubtBook.doubts }

    /// Keeps that two guns are named alike, until one is paired by the same name again; returns once it is on the disk.
    func note(_ doubt: ScannerDoubt) async throws { try await doubtBook.change { $0.insert(doubt) } }

    /// What the reader is told: of several that agree with a gun the first counts.
    ///
    /// A pairing names one device; what an earlier version wrote down for a device without serial number and port names all
    /// of a model, the keyboards that programs make among them, and is left out.
    var settings: [ScannerSetting] {
        (configured.withLock { $0 } + paired.withLock { $0 }.filter(\.setting.match.isParticular)).map(\.setting)
    }

    /// Pairings that name no device in particular, by their models.
    var vague: [String] { paired.withLock { $0 }.filter { !$0.setting.match.isParticular }.map(\.gun.gun.stableName) }

    /// What is said of this gun.
    func setting(of scanner: ScannerIdentity) -> ScannerSetting? {
        settings.first { $0.match.matches(scanner) }
    }

    /// Whether the configuration names it, which a pairing cannot change.
    func isConfigured(_ scanner: ScannerIdentity) -> Bool {
        configured.withLock { $0.contains { $0.setting.match.matches(scanner) } }
    }

    /// Lets the configuration name other guns; throws, and changes nothing, when one cannot be named so.
    func configure(_ guns: [ScannerConfiguration]) throws {
        let named = try guns.map { Named(gun: $0, setting: try $0.setting()) }
        configured.withLock { $0 = named }
    }

    /// Keeps what a pairing says of this gun, in the place of what an earlier one said, and returns once it is on the
    /// disk.
    func bind(_ gun: ScannerConfiguration, to scanner: ScannerIdentity) async throws {
        let setting = try gun.setting()
        try await change { paired in
            paired.removeAll { $0.setting.match.matches(scanner) }
            paired.append(Named(gun: gun, setting: setting))
        }
        // Whoever pairs a gun says which one is meant.
        try await doubtBook.change { doubts in doubts = doubts.filter { $0.match != setting.match } }
    }

    /// Pairings that go when this gun is paired, and that name more than it.
    func pairings(of scanner: ScannerIdentity, widerThan match: ScannerMatch) -> [ScannerConfiguration] {
        paired.withLock { $0 }.filter { $0.setting.match.matches(scanner) && $0.setting.match != match }.map(\.gun)
    }

    /// Forgets the pairing of the gun that answers to this name.
    func forget(_ name: String) async throws {
        let known = paired.withLock { $0 }.map(\.gun.gun).filter { $0.answers(to: name) }
        guard let gun = known.first else { throw Unforgotten.noPairing }
        if known.count > 1 { throw Unforgotten.several(known.map(\.fullName)) }
        try await change { $0.removeAll { $0.gun.gun == gun } }
    }

    /// One change after the other; what cannot be written is not so.
    private func change(_ body: @escaping @Sendable (inout [Named]) -> Void) async throws {
        try await BlockingWork.run { [self] in
            try changing.withLock { _ in
                var next = paired.withLock { $0 }
                body(&next)
                try file.write(Array(PairedScannersText.of(next.map(\.gun)).utf8))
                paired.withLock { $0 = next }
            }
        }
    }
}
