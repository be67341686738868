/// The result of receiving from the monitor.
enum UdevReception: ~Copyable {
    case device(UdevDevice)
    case nothing
    /// Events were lost, so the devices must be enumerated again.
    case overflowed
    /// Receiving failed with this `errno`.
    case failed(Int32)
}
