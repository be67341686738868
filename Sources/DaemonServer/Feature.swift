import DaemonServices
import Logging
import ServiceLifecycle
import Settings
import Vocabulary

/// What one part of the daemon contributes to it.
///
/// The routes, the checks of `outguide doctor` and the services of the daemon follow from ``all``. Parts of a feature
/// that lower modules use are in a list there: derived tables in `TableSets` of `LogTables`, modes of stations in
/// `StationModes` of `Stations`, settings in `Configuration.settings` of `Settings`.
struct Feature: Sendable {
    /// A service, and when it starts.
    typealias StagedService = (stage: ServiceStage, service: any Service)

    /// Makes the routes that serve requests about the feature.
    var routes: @Sendable (DaemonParts) -> [Route] = { _ in [] }
    /// Makes the checks, with findings limited to a clearance.
    var checks: @Sendable (DaemonParts, Clearance) -> [any Check] = { _, _ in [] }
    /// Makes the services, in order of dependency within a stage.
    var services: @Sendable (DaemonRun) -> [StagedService] = { _ in [] }
}

/// When a service starts; services stop in the reverse order.
enum ServiceStage: Sendable, Hashable, CaseIterable {
    /// Scanners are read: the first service to start and the last to stop.
    case scanners
    /// The log is signed for the last time when the services of later stages have recorded their last.
    case signing
    /// What is watched at intervals: the log, the machine, the clock, the record of access and the configuration.
    case upkeep
    /// Files are taken in.
    case intake
    /// Stations and printers work off what readings began.
    case stations
    /// Clients are served.
    case clients
    /// What requests wait for; the socket, which waits for the requests, stops after it.
    case verification
    /// The watchdog of systemd is notified.
    case watchdog
}

/// What the services of a daemon need in addition to its parts.
struct DaemonRun: Sendable {
    let parts: DaemonParts
    let opened: OpenedLog
    /// The verification of a log that another program may have changed.
    let tables: TableVerificationService
    /// The socket passed by systemd.
    let inherited: ListeningSocket?
    /// Reads the configuration again; nil when it cannot be reloaded.
    let reload: (@Sendable () throws -> Configuration)?
    let logger: Logger
    let manager = ServiceManager()

    /// The services of all features, in the order of their start.
    var services: [any Service] {
        let all = Feature.all.flatMap { $0.services(self) }
        return ServiceStage.allCases.flatMap { stage in all.filter { $0.stage == stage }.map { $0.service } }
    }
}

extension Diagnosis {
    /// The checks of all features, with findings limited to `clearance`.
    init(_ parts: DaemonParts, seenAs clearance: Clearance) {
        self.init(checks: Feature.all.flatMap { $0.checks(parts, clearance) })
    }
}
