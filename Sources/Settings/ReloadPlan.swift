/// Separates the settings of a new configuration that apply immediately from those that need a restart.
package struct ReloadPlan {
    /// The configuration in force after the reload.
    package let configuration: Configuration
    /// Settings that change immediately.
    package let changed: [String]
    /// Changed settings that need a restart.
    package let refused: [String]

    package init(from current: Configuration, to asked: Configuration) {
        var next = current
        var changed: [String] = []
        var refused: [String] = []
        func take<Value: Equatable>(_ name: String, _ setting: WritableKeyPath<Configuration, Value>) {
            guard current[keyPath: setting] != asked[keyPath: setting] else { return }
            next[keyPath: setting] = asked[keyPath: setting]
            changed.append(name)
        }
        func refuse<Value: Equatable>(_ name: String, _ setting: KeyPath<Configuration, Value>) {
            if current[keyPath: setting] != asked[keyPath: setting] { refused.append(name) }
        }
        take("registerOnFirstScan", \.registersOnFirstScan)
        take("contextTimeout", \.contextTimeout)
        take("doubleReadWindow", \.doubleReadWindow)
        take("scanners", \.scanners)
        take("labelTemplate", \.labelTemplate)
        take("printer", \.printer)
        take("printers", \.printers)
        take("supplies", \.supplies)
        take("textLanguages", \.textLanguages)
        take("onePrincipalExpunges", \.onePrincipalExpunges)
        take("stations", \.circulation.stations)
        take("idleSignOut", \.circulation.idleSignOut)
        take("loans", \.circulation.loans)
        take("calendar", \.circulation.calendar)
        take("timeZone", \.circulation.clock)
        take("transitHours", \.circulation.transitHours)
        take("functionCodes", \.circulation.functionCodes)
        take("outGuideSlip", \.circulation.outGuideSlip)
        take("roleGroups", \.roles.groups)
        take("custodianRoles", \.roles.badges)
        take("separateDuties", \.roles.separatesDuties)
        take("accessRetention", \.accessRetention)
        refuse("stateDirectory", \.stateDirectory)
        refuse("socket", \.socket)
        refuse("socketMode", \.socketMode)
        refuse("site", \.site)
        refuse("connections", \.connections)
        refuse("labelDirectories", \.labelDirectories)
        refuse("imageCharacterSet", \.imageCharacterSet)
        refuse("interleavedLengths", \.interleavedLengths)
        refuse("dropFolders", \.dropFolders)
        refuse("checkpointInterval", \.checkpointInterval)
        refuse("checkpointCopies", \.checkpointCopies)
        refuse("logLevel", \.logLevel)
        self.configuration = next
        self.changed = changed
        self.refused = refused
    }
}
