/// The key maps for the settings, compiled before a scanner needs them.
///
/// `@unchecked`, because libxkbcommon's reference counts are not atomic: the creator passes the value to the reading
/// thread once, through the mailbox or at the start of the thread, and keeps no reference.
struct CompiledLayouts: @unchecked Sendable {
    private let keyMaps: [KeyboardLayout: Result<KeyMap, KeyboardLayoutError>]

    init(_ layouts: some Sequence<KeyboardLayout>) {
        keyMaps = Dictionary(uniqueKeysWithValues: Set(layouts).map { ($0, Self.compile($0)) })
    }

    init(for settings: [ScannerSetting]) {
        self.init(settings.map(\.layout) + [.us])
    }

    /// The state of a keyboard with no key pressed.
    func state(of layout: KeyboardLayout) throws(ScannerFailure) -> KeyState {
        do throws(KeyboardLayoutError) {
            return try KeyState((keyMaps[layout] ?? .failure(.unavailable)).get())
        } catch {
            throw .badLayout(error)
        }
    }

    private static func compile(_ layout: KeyboardLayout) -> Result<KeyMap, KeyboardLayoutError> {
        do throws(KeyboardLayoutError) {
            return .success(try KeyMap(layout))
        } catch {
            return .failure(error)
        }
    }
}
