import Circulation
import DaemonServices
import FoundationEssentials
import Hummingbird
import Localization
import LogEntries
import LogProof
import Safekeeping
import TransferLog
import Vocabulary
import Wire
import WireResources

/// Routes for checkpoints, proofs and verification of the log.
struct LogRoutes {
    let server: EndpointServer
    let log: TransferLog
    let checkpoints: CheckpointKeeper
    let verification: SharedVerification
    let progress: ProgressBoard

    var routes: [Route] {
        [
            server.respond(to: API.Log.checkpoint) { _ in
                let signed = try await checkpoints.sign()
                return Response(mediaType: "text/plain; charset=utf-8", bytes: Data(signed.serialized.utf8))
            },
            server.respond(to: API.Log.entryTile, recordedAs: .log) { call in try await tile("entries/", call) },
            server.respond(to: API.Log.tile, recordedAs: .log) { call in try await tile("", call) },
            server.respond(to: API.Log.proveEntry, recordedAs: .log, proof),
            server.respond(to: API.Log.proveConsistency, recordedAs: .log, consistency),
            server.serve(API.Log.verify, recordedAs: .log, isGivenUp: true, verify),
            server.serve(API.Log.rebuild) { call in
                // Rebuilt tables that match entries contradicted by a checkpoint would only hide the contradiction.
                try await checkpoints.check()
                try await progress.run(try call.progressName(), for: call.context.peer.principal) {
                    try await log.rebuild()
                }
            },
        ]
    }

    /// A tile of the tree or of the entries, laid out below `/v1/log` as in C2SP tlog-tiles.
    ///
    /// Both kinds are for auditors. Entries name entities that are concealed from other callers, and omitting those
    /// would make the proofs worthless. The text of an entry that has no free text can be guessed from its hash.
    private func tile(_ kind: String, _ call: Call) async throws -> Response {
        let tile: Tile
        do {
            tile = try Tile(path: "tile/" + kind + call.context.parameters.getCatchAll().joined(separator: "/"))
        } catch {
            throw RequestFailure(
                .notFound,
                Message("cannot find \(call.request.uri.path, "path"): \(error.asMessage, "reason")")
            )
        }
        let bytes = try await log.read { view -> [UInt8]? in
            guard tile.fits(treeSize: try view.newestEntry()?.rawValue ?? 0) else { return nil }
            return try tile.bytes(node: view.treeNode, entry: { try view.body(of: EntryNumber(rawValue: $0 + 1)) })
        }
        guard let bytes else {
            throw RequestFailure(
                .notFound,
                Message("cannot find \(call.request.uri.path, "path"): the log is not that long")
            )
        }
        return Response(mediaType: "application/octet-stream", bytes: Data(bytes))
    }

    /// A single file with everything that an outsider needs to verify one entry.
    @Sendable private func proof(_ call: Call) async throws -> Response {
        let number = try call.number(otherwise: Message("cannot prove that entry: name it by its number"))
        try await call.circulation.check(entry: EntryNumber(rawValue: number))
        let signed = try await checkpoints.sign()
        let size = signed.checkpoint.head.size
        let key = try await checkpoints.signingKey()
        let changes = try await checkpoints.handovers()
        let bundle = try await log.read { view in
            let entry = EntryNumber(rawValue: number)
            return try ProofBundle(
                entry: number,
                body: try view.body(of: entry),
                texts: try view.openings(of: entry).compactMap {
                    RevealedText(field: $0.field, salt: $0.salt.bytes, text: $0.text)
                },
                inclusion: try view.inclusionProof(of: entry, size: size),
                checkpoint: signed,
                key: key,
                keyChanges: changes
            )
        }
        if let failed = bundle.verify(trusting: [key]).findings.first(where: { $0.outcome == .failed }) {
            // A bundle that fails its own verification is never sent.
            let what = Message("entry \(number, "entry") cannot be proved: \(failed.sentence, "reason")")
            let trouble = TransferLogError.damaged(what)
            log.close(for: trouble)
            throw trouble
        }
        return Response(mediaType: "application/json; charset=utf-8", bytes: Data(bundle.serialized))
    }

    @Sendable private func consistency(_ call: Call) async throws -> Response {
        var request = call.request
        let bytes = try await request.bytes(upTo: API.longestRequest)
        let earlier: SignedCheckpoint
        do {
            earlier = try SignedCheckpoint(parsing: bytes)
        } catch {
            throw RequestFailure(
                .invalidRequest,
                Message("cannot read the earlier checkpoint: \(error.asMessage, "reason")")
            )
        }
        let later = try await checkpoints.sign()
        let (old, new) = (earlier.checkpoint.head.size, later.checkpoint.head.size)
        try await checkpoints.hold(earlier, against: later)
        guard old <= new else {
            let detail = Message(
                "cannot prove growth: that checkpoint has \(Int(old), "earlier") entries and the log has "
                    + "\(Int(new), "entries")"
            )
            throw RequestFailure(.conflict, detail)
        }
        let proof = try await log.read { try $0.consistencyProof(from: old, to: new) }
        let known = try await checkpoints.verifierKeys()
        // Keys that signed neither checkpoint are left out, because the verifier has no use for them.
        let signers = [later, earlier].flatMap { (try? $0.signers(among: known)) ?? [] }
        let bundle = try ConsistencyBundle(
            earlier: earlier,
            later: later,
            proof: proof,
            keys: known.filter(signers.contains),
            keyChanges: try await checkpoints.handovers()
        )
        return Response(mediaType: "application/json; charset=utf-8", bytes: Data(bundle.serialized))
    }

    @Sendable private func verify(_ call: Call) async throws -> VerificationResource {
        let findings: LogFindings
        do {
            findings = try await progress.run(try call.progressName(), for: call.context.peer.principal) {
                try await verification.findings()
            }
        } catch TransferLogError.damaged(let what) {
            // Not even the number of entries can be read.
            findings = LogFindings(entries: 0, head: TreeFrontier().head, problems: [what])
        }
        var (problems, total) = (findings.problems.map(\.english), findings.total)
        do {
            try await checkpoints.check()
        } catch {
            problems.append(call.context.localizer.text(of: error.asMessage))
            total += 1
        }
        return VerificationResource(
            isSound: problems.isEmpty,
            entries: findings.entries,
            root: findings.head.root.base64,
            problems: problems,
            total: total,
            complete: findings.isComplete
        )
    }
}
