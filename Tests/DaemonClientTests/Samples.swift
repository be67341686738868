import StubDaemon

/// Answers in the form that the daemon gives them.
enum Samples {
    static let record = """
        {"barcode":"BX0000000019","home":null,"kind":"box","parent":null,"title":"Smith v. Jones","type":"container"}
        """
    static let outcome = """
        {"barcode":null,"entry":null,"kind":"opened","message":"Shelf 3 is open","reading":5,"station":"t",\
        "verdict":"accepted"}
        """
    static let entry = """
        {"barcode":"BX0000000019","entry":12,"from":null,"kind":"registered","occurredAt":"2026-11-21T05:50:00Z",\
        "principal":"uid:0","reading":null,"reason":null,"recordedAt":"2026-11-21T05:50:00Z","scanner":null,\
        "seen":"direct","station":null,"to":null}
        """
}
