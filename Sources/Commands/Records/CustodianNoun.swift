enum CustodianNoun: RecordNounNaming {
    static let noun = RecordNoun.custodian
    static let plural = "custodians"
    static let example = "PN000000001N"
}
