import Safekeeping
package import Scanning
package import Settings
import Synchronization

/// The settings of known scanners: those in the configuration come first, then pairings.
///
/// Pairings are kept in a file of the state directory, in the format of the configuration, so that they survive a
/// restart and can be copied to it. Settings that matched two scanners at once are kept in a separate file.
package final class ScannerBook: Sendable {
    private struct Named: Sendable {
        let device: ScannerConfiguration
        let setting: ScannerSetting
    }

    /// Why a pairing was not removed.
    package enum Unforgotten: Error, Hashable {
        case noPairing
        /// Several pairings have this name; each name in the list is unique.
        case several([String])
    }

    private let configured: Mutex<[Named]>
    private let file: SmallFile
    private let paired: Mutex<[Named]>
    private let doubtBook: ScannerDoubtBook
    private let changing = Mutex(())

    /// Reads the pairings from `path` and the ambiguous settings from `doubtPath`; both files are optional.
    ///
    /// - Throws: an error that names the file if a pairing or setting cannot be read.
    package init(configured: [ScannerConfiguration], path: String, doubtPath: String) throws {
        self.configured = Mutex(try configured.map { Named(device: $0, setting: try $0.setting()) })
        file = SmallFile(path: path)
        let known = try file.read() == nil ? [] : ConfigurationFile(path: path).scanners()
        paired = Mutex(try known.map { Named(device: $0, setting: try $0.setting()) })
        doubtBook = try ScannerDoubtBook(path: doubtPath)
    }

    /// Settings that matched two scanners at once and must not be used.
    package var doubts: Set<ScannerDoubt> { doubtBook.doubts }

    /// Records that a setting matches two scanners, until one of them is paired again; returns when the entity is on
    /// disk.
    func note(_ doubt: ScannerDoubt) async throws { try await doubtBook.change { $0.insert(doubt) } }

    /// The settings for the reader; the first that matches a scanner applies.
    ///
    /// A pairing identifies one device. Pairings stored by an earlier version for devices without serial number and
    /// port match every device of a model, including virtual keyboards that programs create, and are left out.
    package var settings: [ScannerSetting] {
        (configured.withLock { $0 } + paired.withLock { $0 }.filter(\.setting.match.isParticular)).map(\.setting)
    }

    /// The model names of pairings that do not identify a single device.
    var vague: [String] {
        paired.withLock { $0 }.filter { !$0.setting.match.isParticular }.map(\.device.scanner.stableName)
    }

    /// The setting of this scanner.
    package func setting(of scanner: ScannerIdentity) -> ScannerSetting? {
        settings.first { $0.match.matches(scanner) }
    }

    /// Whether the configuration names the scanner; a pairing cannot override that.
    package func isConfigured(_ scanner: ScannerIdentity) -> Bool {
        configured.withLock { $0.contains { $0.setting.match.matches(scanner) } }
    }

    /// Replaces the scanners of the configuration; throws and changes nothing when a setting is invalid.
    func configure(_ devices: [ScannerConfiguration]) throws {
        let named = try devices.map { Named(device: $0, setting: try $0.setting()) }
        configured.withLock { $0 = named }
    }

    /// Stores the pairing of this scanner in place of earlier ones; returns when it is on disk.
    ///
    /// - Throws: an error if the settings are invalid or the file cannot be written.
    package func bind(_ device: ScannerConfiguration, to scanner: ScannerIdentity) async throws {
        let setting = try device.setting()
        try await change { paired in
            paired.removeAll { $0.setting.match.matches(scanner) }
            paired.append(Named(device: device, setting: setting))
        }
        // Pairing a scanner resolves the ambiguity.
        try await doubtBook.change { doubts in doubts = doubts.filter { $0.match != setting.match } }
    }

    /// Existing pairings that pairing this scanner removes and that match more devices than it.
    package func pairings(of scanner: ScannerIdentity, widerThan match: ScannerMatch) -> [ScannerConfiguration] {
        paired.withLock { $0 }.filter { $0.setting.match.matches(scanner) && $0.setting.match != match }.map(\.device)
    }

    /// Removes the pairing with this name.
    ///
    /// - Throws: ``Unforgotten`` if no pairing or several have this name; an error if the file cannot be written.
    package func forget(_ name: String) async throws {
        let known = paired.withLock { $0 }.map(\.device.scanner).filter { $0.answers(to: name) }
        guard let device = known.first else { throw Unforgotten.noPairing }
        if known.count > 1 { throw Unforgotten.several(known.map(\.fullName)) }
        try await change { $0.removeAll { $0.device.scanner == device } }
    }

    /// Applies one change at a time; a change that cannot be written is not applied.
    private func change(_ body: @escaping @Sendable (inout [Named]) -> Void) async throws {
        try await BlockingWork.run { [self] in
            try changing.withLock { _ in
                var next = paired.withLock { $0 }
                body(&next)
                try file.write(Array(PairedScannersText.of(next.map(\.device)).utf8))
                paired.withLock { $0 = next }
            }
        }
    }
}
