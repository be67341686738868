/// Why there is no connection.
enum ConnectFault: Error, Sendable, Hashable {
    /// Nobody listens there; a daemon that is just starting looks like this too.
    case absent(String)
    case denied
    case pathTooLong
    case failed(String)
}
