"""Key events as a US keyboard sends them."""

EV_SYN, EV_KEY, EV_REP = 0x00, 0x01, 0x14
SYN_REPORT, SYN_DROPPED = 0, 3
KEY_LEFTSHIFT = 42

PLAIN = dict(zip("1234567890-=", range(2, 14)))
PLAIN.update(zip("\tqwertyuiop[]\n", range(15, 29)))
PLAIN.update(zip("asdfghjkl;'`", range(30, 42)))
PLAIN.update(zip("\\zxcvbnm,./", range(43, 54)))
PLAIN[" "] = 57
SHIFTED = {upper: PLAIN[lower] for lower, upper in zip("1234567890-=[];'`\\,./", "!@#$%^&*()_+{}:\"~|<>?")}
SHIFTED.update({letter.upper(): PLAIN[letter] for letter in "abcdefghijklmnopqrstuvwxyz"})


def packets(text):
    """The packets of (type, code, value) that type a text; a line feed is Enter, a tab is Tab."""
    for character in text:
        shifted = character in SHIFTED
        code = SHIFTED[character] if shifted else PLAIN[character]
        if shifted:
            yield [(EV_KEY, KEY_LEFTSHIFT, 1)]
        yield [(EV_KEY, code, 1)]
        yield [(EV_KEY, code, 0)]
        if shifted:
            yield [(EV_KEY, KEY_LEFTSHIFT, 0)]
