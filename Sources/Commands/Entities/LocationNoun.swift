enum LocationNoun: EntityNounNaming {
    static let noun = EntityNoun.location
    static let plural = "locations"
    static let example = "LC000000001H"
}
