"""A browser, driven as the WebDriver standard says: JSON over HTTP, by what Python has itself."""

import base64
import json
import re
import subprocess
import time
import urllib.error
import urllib.request

# The key under which the standard passes an element.
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
ENTER = "\ue007"


class DriverError(Exception):
    """What the driver answered instead of a value."""


class Driver:
    """chromedriver, on a free port of the loopback interface."""

    def __init__(self):
        self.process = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if started := re.search(r"started successfully on port (\d+)", line):
                self.url = f"http://127.0.0.1:{started[1]}"
                return
        raise RuntimeError("chromedriver does not start")

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            answer = json.load(error)["value"]
            raise DriverError(f"{method} {path}: {answer['error']}: {answer['message']}") from None

    def stop(self):
        self.process.terminate()
        self.process.communicate()


class Browser:
    """Chromium without scripts in its pages, in a language, at a desk or on a phone."""

    def __init__(self, driver, language, is_phone=False):
        options = {
            # The sandbox does not start for root, and all that is loaded is ours.
            "args": ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1000,800"],
            "prefs": {
                "intl.accept_languages": language,
                "profile.managed_default_content_settings.javascript": 2,
            },
        }
        if is_phone:
            # Where scripts are off, a tap of the driver's never returns; a click does.
            metrics = {"width": 360, "height": 740, "pixelRatio": 2, "touch": False}
            options["mobileEmulation"] = {"deviceMetrics": metrics}
        capabilities = {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options}}
        self.driver = driver
        self.session = f"/session/{driver.call('POST', '/session', {'capabilities': capabilities})['sessionId']}"

    def get(self, path):
        return self.driver.call("GET", self.session + path)

    def post(self, path, **body):
        return self.driver.call("POST", self.session + path, body)

    def open(self, url):
        self.post("/url", url=url)

    def title(self):
        return self.get("/title")

    def find(self, xpath):
        return Element(self, self.post("/element", using="xpath", value=xpath)[ELEMENT])

    def count(self, xpath):
        return len(self.post("/elements", using="xpath", value=xpath))

    def focused(self):
        return Element(self, self.get("/element/active")[ELEMENT])

    def text(self):
        return self.find("//body").text()

    def follow(self, action):
        """Does what brings another page, and waits for it: a click returns before."""
        page = self.find("//html")
        action()
        for _ in range(1500):
            try:
                page.role()
            except DriverError:
                return
            time.sleep(0.02)
        raise DriverError("no other page has come")

    def devtools(self, command, **parameters):
        return self.post("/goog/cdp/execute", cmd=command, params=parameters)

    def size(self):
        """Of the whole page, however long."""
        return self.devtools("Page.getLayoutMetrics")["cssContentSize"]

    def screenshot(self, path):
        clip = {**self.size(), "scale": 1}
        picture = self.devtools("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
        path.write_bytes(base64.b64decode(picture["data"]))

    def close(self):
        self.driver.call("DELETE", self.session)


class Element:
    def __init__(self, browser, identity):
        self.browser, self.path = browser, f"/element/{identity}"

    def text(self):
        return self.browser.get(self.path + "/text")

    def value(self):
        return self.browser.get(self.path + "/property/value")

    def attribute(self, name):
        return self.browser.get(f"{self.path}/attribute/{name}")

    def role(self):
        return self.browser.get(self.path + "/computedrole")

    def label(self):
        return self.browser.get(self.path + "/computedlabel")

    def type(self, text):
        self.browser.post(self.path + "/value", text=text)

    def clear(self):
        self.browser.post(self.path + "/clear")

    def click(self):
        self.browser.follow(lambda: self.browser.post(self.path + "/click"))
