/// Why the peer of a connection could not be identified.
enum PeerCredentialsError: Error, Sendable, Equatable {
    case notASocket
    case refused(String)
}
