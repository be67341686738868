import Testing

@testable import Scanning

@Suite struct KeyboardLayoutTests {
    @Test(arguments: [KeyboardLayout.us, KeyboardLayout(name: "de", variant: "nodeadkeys"), KeyboardLayout(name: "fr")])
    func compilesWhatThereIs(layout: KeyboardLayout) throws {
        try layout.check()
    }

    @Test(arguments: [KeyboardLayout(name: "nowhere"), KeyboardLayout(name: "us", variant: "nothing")])
    func refusesWhatThereIsNot(layout: KeyboardLayout) {
        #expect(throws: KeyboardLayoutError.unknown(layout)) { try layout.check() }
    }

    @Test(arguments: ["", "us,de", "us(intl)", "../us", "us+de", "üs"])
    func refusesNamesThatMeanMoreThanOneLayout(name: String) {
        let layout = KeyboardLayout(name: name)
        #expect(throws: KeyboardLayoutError.badName(layout)) { try layout.check() }
    }
}
