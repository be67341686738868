/// Why the kernel does not say who is at the other end.
enum PeerCredentialsError: Error, Sendable, Equatable {
    case notASocket
    case refused(String)
}
