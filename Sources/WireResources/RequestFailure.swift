package import Localization
import TransferLog
import Vocabulary
package import Wire

/// The reason why a request failed, before it is written in the caller's language as a ``Problem``.
package struct RequestFailure: Error, Sendable, Hashable, MessageConvertible {
    package let kind: ProblemKind
    /// The HTTP status.
    package let status: Int
    /// One sentence for the user that begins with “cannot” and names the remedy.
    package let message: Message
    /// The number of seconds after which a retry may succeed.
    package let retryAfter: Int?

    /// Creates a failure with the status of its kind.
    ///
    /// - Parameters:
    ///   - status: another status, which HTTP itself dictates for such a request.
    package init(_ kind: ProblemKind, status: Int? = nil, _ message: Message, retryAfter: Int? = nil) {
        self.kind = kind
        self.status = status ?? kind.status
        self.message = message
        self.retryAfter = retryAfter
    }
}

extension Problem {
    /// The document that describes `failure`, in the language of `localizer`.
    package init(_ failure: RequestFailure, by localizer: Localizer) {
        self.init(
            failure.kind,
            status: failure.status,
            detail: localizer.text(of: failure.message),
            retryAfter: failure.retryAfter
        )
    }
}

extension Localizer {
    /// Returns the text of a message that is shown now.
    package func text(of message: Message) -> String { text(of: message, now: UTCClock.system.now()) }
}
