"""The form as a person meets it: in Chromium, without scripts, in two languages, at a desk and on a phone.

    python3 tests/browser/form.py target/debug/normail-signup screenshots [Form.test_…]
"""

import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import unittest

from webdriver import ENTER, Browser, Driver

FIELD = "//input[@id='email']"

# Name, what is typed, what is stored at once, what the page says in English and in Spanish.
INPUTS = [
    ("clean", "ana@example.com", "ana@example.com", "We are writing to ana@example.com.", "Vamos a escribir a ana@example.com."),
    ("no-break-space", "ana@example.com\u00a0", "ana@example.com", "(no-break space, U+00A0)", "Se omite un espacio"),
    ("zero-width", "an\u200ba@example.com", "ana@example.com", "anU+200Ba@example.com", "no se ve (espacio de ancho"),
    ("cyrillic", "\u0430na@example.com", None, 'among Latin letters', "entre letras latinas"),
    ("typo", "ana@gmial.com", None, "Did you mean ana@gmail.com?", "¿Quería decir ana@gmail.com?"),
    ("two-addresses", "ana@example.com, eva@example.com", None, "please give one alone.", "escriba una sola, por favor."),
]


class Service:
    """The service on a free port, with accounts of its own."""

    def __init__(self, program):
        self.folder = tempfile.TemporaryDirectory()
        self.database = pathlib.Path(self.folder.name, "accounts")
        command = [program, self.database, "127.0.0.1:0"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()

    def accounts(self):
        connection = sqlite3.connect(self.database)
        try:
            return connection.execute("SELECT address, doubts FROM account ORDER BY id").fetchall()
        finally:
            connection.close()

    def stop(self):
        self.process.terminate()
        letters, _ = self.process.communicate()
        self.folder.cleanup()
        return letters


class Form(unittest.TestCase):
    program: str
    screenshots: pathlib.Path
    driver: Driver

    def setUp(self):
        self.service = Service(self.program)
        self.addCleanup(self.service.stop)

    def browser(self, language="en", is_phone=False):
        browser = Browser(self.driver, language, is_phone)
        self.addCleanup(browser.close)
        browser.open(self.service.url)
        return browser

    def submit(self, browser, text):
        browser.open(self.service.url)
        browser.find(FIELD).type(text)
        browser.find("//form[.//input[@id='email']]//button").click()

    def addresses(self):
        return [address for address, _ in self.service.accounts()]

    def test_the_inputs_in_english_and_spanish(self):
        for language, is_phone in [("en", False), ("es", True)]:
            browser = self.browser(language, is_phone)
            browser.screenshot(self.screenshots / f"{language}-empty.png")
            for name, typed, stored, english, spanish in INPUTS:
                with self.subTest(name, language=language):
                    before = len(self.addresses())
                    self.submit(browser, typed)
                    browser.screenshot(self.screenshots / f"{language}-{name}.png")
                    self.assertIn(spanish if language == "es" else english, browser.text())
                    self.assertEqual(browser.find("//html").attribute("lang"), language)
                    if stored:
                        self.assertIn(stored, self.addresses())
                    else:
                        self.assertEqual(len(self.addresses()), before)
                        self.assertEqual(browser.find(FIELD).value(), typed)

    def test_a_suggestion_is_taken(self):
        browser = self.browser()
        self.submit(browser, "ana@gmial.com")
        browser.find("//button[contains(., 'ana@gmail.com')]").click()
        browser.screenshot(self.screenshots / "en-taken.png")
        self.assertIn("We are writing to ana@gmail.com.", browser.text())
        self.assertEqual(self.service.accounts(), [("ana@gmail.com", "")])

    def test_a_twin_is_kept_as_it_was_typed(self):
        browser = self.browser()
        self.submit(browser, "ana@example.com")
        self.submit(browser, "\u0430na@example.com")
        browser.find("//button[contains(., 'Keep it')]").click()
        browser.screenshot(self.screenshots / "en-kept.png")
        self.assertEqual(self.service.accounts()[1:], [("\u0430na@example.com", "mixed-script")])

    def test_a_button_stores_what_it_says_whatever_is_in_the_field(self):
        browser = self.browser()
        self.submit(browser, "ana@gmial.com")
        browser.find(FIELD).type("x")
        browser.find("//button[contains(., 'ana@gmail.com')]").click()
        self.assertEqual(self.addresses(), ["ana@gmail.com"])

    def test_enter_sends_the_field_and_answers_nothing(self):
        browser = self.browser()
        self.submit(browser, "ana@gmial.com")
        field = browser.find(FIELD)
        field.clear()
        browser.follow(lambda: field.type("eva@example.com" + ENTER))
        self.assertEqual(self.addresses(), ["eva@example.com"])

    def test_a_screen_reader_is_told(self):
        browser = self.browser()
        field = browser.find(FIELD)
        self.assertEqual((field.role(), field.label()), ("textbox", "Your e-mail address"))
        self.submit(browser, "ana@gmial.com")
        problem = browser.focused()
        self.assertEqual((problem.role(), problem.label()), ("region", "Please look at the address again"))
        self.assertEqual(browser.title(), "Please look at the address again")
        field = browser.find(FIELD)
        self.assertEqual(field.attribute("aria-invalid"), "true")
        for described_by in field.attribute("aria-describedby").split():
            self.assertTrue(browser.find(f"//*[@id='{described_by}']").text())

    def test_what_is_echoed_stays_text(self):
        browser = self.browser()
        hostile = "\"><img src=x><script>document.title='no'</script>@gmial.com"
        self.submit(browser, hostile)
        browser.screenshot(self.screenshots / "en-hostile.png")
        self.assertEqual(browser.find(FIELD).value(), hostile)
        self.assertIn(hostile, browser.text())
        self.assertEqual(browser.count("//img | //script"), 0)

    def test_nothing_is_wider_than_a_phone(self):
        browser = self.browser(is_phone=True)
        self.submit(browser, "m" * 70 + "\u202e@" + "example." * 40 + "com")
        browser.screenshot(self.screenshots / "en-phone-long.png")
        self.assertEqual(browser.size()["width"], 360)

    def test_text_from_right_to_left_stays_in_its_place(self):
        browser = self.browser(is_phone=True)
        self.submit(browser, "\u0645\u062b\u0627\u0644\u200f@gmial.com")
        browser.screenshot(self.screenshots / "en-phone-arabic.png")
        self.assertEqual(browser.find(FIELD).value(), "\u0645\u062b\u0627\u0644\u200f@gmial.com")

    def test_scripts_are_off(self):
        browser = self.browser()
        browser.open("data:text/html,<title>off</title><script>document.title = 'on'</script>")
        self.assertEqual(browser.title(), "off")


if __name__ == "__main__":
    Form.program, screenshots, *names = sys.argv[1:]
    Form.screenshots = pathlib.Path(screenshots)
    Form.screenshots.mkdir(parents=True, exist_ok=True)
    Form.driver = Driver()
    try:
        unittest.main(argv=[sys.argv[0], *names], verbosity=2)
    finally:
        Form.driver.stop()
