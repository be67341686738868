enum LocationNoun: RecordNounNaming {
    static let noun = RecordNoun.location
    static let plural = "locations"
    static let example = "LC000000001H"
}
