/// Titles as they come: of every length and script.
enum Titles {
    static let all: [(name: String, text: String)] = [
        ("short", "A"),
        (
            "long",
            "Nachlass Dr. Karl-Heinz Oberhuber, Briefwechsel, Gutachten und Rechnungen zur Stadterweiterung "
                + "1893–1911, mit Plänen, Fotografien und Zeitungsausschnitten; Teil 2 von 7, unvollständig überliefert"
        ),
        ("accented", "Łódź, Plzeň, Ærø, Tromsø, Győr, Şırnak, Đà Nẵng: procès-verbaux"),
        ("arabic", "سجل القضايا المدنية والتجارية ١٩٥٤"),
        ("hebrew", "פרוטוקולים של מועצת העיר 1948"),
        ("chinese", "市政府会议记录及附件一式三份"),
        ("cyrillic", "Протоколы заседаний городской думы, 1893–1911"),
        ("greek", "Πρακτικά δημοτικού συμβουλίου Ἀθηνῶν 1948"),
        ("devanagari", "नगर निगम की बैठकों के कार्यवृत्त १९५४"),
        ("combining", "A\u{301}rvi\u{301}ztu\u{30B}ro\u{30B} tu\u{308}ko\u{308}rfu\u{301}ro\u{301}ge\u{301}p"),
        ("emoji", "Box 📦 ✅ 👩‍👩‍👧‍👦 checked"),
    ]
}
