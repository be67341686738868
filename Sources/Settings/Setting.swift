import Localization

/// A setting: its name in the file, how its value is read, and whether a reload applies it.
///
/// The list of settings of a type is all that a reader of the file, the check for unknown names and a reload need.
struct Setting<Root: Sendable>: Sendable {
    /// When a change of the setting takes effect.
    enum Effect: Sendable {
        case onReload
        case onRestart
    }

    let name: String
    let effect: Effect
    /// Reads the value into the root.
    let read: @Sendable (SettingValue, inout Root) throws(ConfigurationError) -> Void
    let differs: @Sendable (Root, Root) -> Bool
    /// Copies the value from the first root to the second.
    let copy: @Sendable (Root, inout Root) -> Void

    /// A setting whose default is the initial value of the property at `path`.
    ///
    /// `parse` throws what is wrong with the value.
    init<Value: Equatable & Sendable>(
        _ name: String,
        _ path: any WritableKeyPath<Root, Value> & Sendable,
        _ effect: Effect = .onReload,
        _ parse: @escaping @Sendable (SettingValue) throws -> Value
    ) {
        self.name = name
        self.effect = effect
        read = { value, root throws(ConfigurationError) in
            do {
                root[keyPath: path] = try parse(value)
            } catch let error as ConfigurationError {
                throw error
            } catch {
                throw value.wrong(error.asMessage)
            }
        }
        differs = { $0[keyPath: path] != $1[keyPath: path] }
        copy = { $1[keyPath: path] = $0[keyPath: path] }
    }

    /// A setting without a default; `parse` cannot return nil.
    init<Value: Equatable & Sendable>(
        _ name: String,
        optional path: any WritableKeyPath<Root, Value?> & Sendable,
        _ effect: Effect = .onReload,
        _ parse: @escaping @Sendable (SettingValue) throws -> Value
    ) {
        self.init(name, path, effect) { .some(try parse($0)) }
    }
}

extension SettingValue {
    /// Reads a mapping of `settings` into `root`.
    ///
    /// Any other name is an error with the message `unknown`.
    func read<Root>(
        _ settings: [Setting<Root>],
        into root: inout Root,
        _ unknown: (_ name: String) -> Message
    ) throws(ConfigurationError) {
        for (key, value) in try members() {
            guard let setting = settings.first(where: { $0.name == key.name }) else {
                throw key.wrong(unknown(key.name))
            }
            try setting.read(value, &root)
        }
    }
}
