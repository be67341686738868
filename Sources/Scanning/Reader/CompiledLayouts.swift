/// The key maps that the settings need, compiled before a scanner waits for them.
///
/// `@unchecked`, because the reference counts of libxkbcommon are not atomic: the maker hands the value to the reading
/// thread once, through the mailbox or the start of the thread, and keeps nothing of it.
struct CompiledLayouts: @unchecked Sendable {
    private let keyMaps: [KeyboardLayout: Result<KeyMap, KeyboardLayoutError>]

    init(_ layouts: some Sequence<KeyboardLayout>) {
        keyMaps = Dictionary(uniqueKeysWithValues: Set(layouts).map { ($0, Self.compile($0)) })
    }

    init(for settings: [ScannerSetting]) {
        self.init(settings.map(\.layout) + [.us])
    }

    /// A keyboard with nothing pressed.
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
