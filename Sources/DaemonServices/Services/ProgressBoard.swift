import Synchronization
package import TransferLog
package import Vocabulary

/// Shows callers the progress of their long requests.
///
/// Each piece of work is identified by its caller and a name that the caller chose, so that callers cannot see each
/// other's work.
package final class ProgressBoard: Sendable {
    /// Maximum number of tracked pieces of work; further work runs untracked.
    static let most = 64

    /// A name for a piece of work, chosen by the caller.
    package struct Name: Sendable, Hashable {
        /// 1 to 64 letters, digits and hyphens.
        package let text: String

        package init?(_ text: String) {
            let isFit = text.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
            }
            guard isFit, (1...64).contains(text.utf8.count) else { return nil }
            self.text = text
        }
    }

    private struct Key: Sendable, Hashable {
        let requester: Principal
        let name: Name
    }

    private let works = Mutex<[Key: WorkProgress?]>([:])

    package init() {}

    /// Runs `work`; meanwhile ``progress(of:for:)`` returns its progress, unless it has no name.
    ///
    /// - Throws: what `work` throws.
    package func run<Result>(
        _ name: Name?,
        for requester: Principal,
        _ work: () async throws -> Result
    ) async throws -> Result {
        guard let key = name.map({ Key(requester: requester, name: $0) }), begin(key) else { return try await work() }
        defer { works.withLock { _ = $0.removeValue(forKey: key) } }
        let meter = WorkMeter { [self] progress in works.withLock { $0[key] = .some(progress) } }
        return try await WorkMeter.$current.withValue(meter, operation: work)
    }

    /// Whether the named work is running, and its progress; nil until the work first reports it.
    package func progress(of name: Name, for requester: Principal) -> (isRunning: Bool, progress: WorkProgress?) {
        works.withLock { works in
            guard let known = works[Key(requester: requester, name: name)] else { return (false, nil) }
            return (true, known)
        }
    }

    private func begin(_ key: Key) -> Bool {
        works.withLock { works in
            guard works.count < Self.most, works[key] == nil else { return false }
            works[key] = .some(nil)
            return true
        }
    }
}
