package import Circulation

extension CirculationSettings {
    /// The settings of the configuration that concern circulation.
    package init(_ configuration: Configuration) {
        self.init(
            site: configuration.site,
            registersOnFirstScan: configuration.registersOnFirstScan,
            contextTimeout: configuration.contextTimeout,
            doubleReadWindow: configuration.doubleReadWindow,
            onePrincipalExpunges: configuration.onePrincipalExpunges,
            idleSignOut: configuration.circulation.idleSignOut,
            loans: configuration.circulation.loans,
            calendar: configuration.circulation.calendar,
            clock: configuration.circulation.clock,
            transitHours: configuration.circulation.transitHours,
            stations: configuration.circulation.stations.mapValues(\.settings),
            functionCodes: configuration.circulation.functionCodes,
            badges: configuration.roles.badges,
            separatesDuties: configuration.roles.separatesDuties
        )
    }
}
