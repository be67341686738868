/// What the monitor had to tell.
enum UdevReception: ~Copyable {
    case device(UdevDevice)
    case nothing
    /// Events are lost: only a new enumeration tells what is there.
    case overflowed
    /// Receiving failed with this `errno`.
    case failed(Int32)
}
