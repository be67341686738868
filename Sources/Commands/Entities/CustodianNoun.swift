enum CustodianNoun: EntityNounNaming {
    static let noun = EntityNoun.custodian
    static let plural = "custodians"
    static let example = "PN000000001N"
}
