/// The reason why a connection failed.
enum ConnectFault: Error, Sendable, Hashable {
    /// No process listens at the path; also the case while a daemon is starting.
    case absent(String)
    case denied
    case pathTooLong
    case failed(String)
}
