"""Chromium by its DevTools protocol over a pipe, with Python's standard library alone."""
import base64
import json
import os
import shutil
import subprocess
import tempfile
import time


class Browser:
    """One page in a headless Chromium that is closed, and forgotten, at the end of `with`."""

    def __init__(self, program="chromium"):
        self.home = tempfile.mkdtemp()
        to_read, self.to = os.pipe()
        self.source, to_write = os.pipe()
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                   "--no-first-run", "--disable-background-networking", "--hide-scrollbars",
                   "--disable-component-update", "--user-data-dir=" + self.home + "/profile",
                   "--remote-debugging-pipe", "about:blank"]

        def pipes():
            os.dup2(to_read, 3)
            os.dup2(to_write, 4)

        # Numbers from 10 on, so that none of the pipes is 3 or 4 already.
        to_read, self.to, self.source, to_write = (
            self._moved(one) for one in (to_read, self.to, self.source, to_write))
        self.process = subprocess.Popen(
            [program] + options, preexec_fn=pipes, close_fds=False,
            env=dict(os.environ, HOME=self.home), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.rest, self.number, self.events, self.session = b"", 0, [], None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(domain + ".enable")

    @staticmethod
    def _moved(descriptor):
        import fcntl
        other = fcntl.fcntl(descriptor, fcntl.F_DUPFD, 10)
        os.close(descriptor)
        return other

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def _next(self):
        while b"\0" not in self.rest:
            read = os.read(self.source, 1 << 20)
            if not read:
                raise RuntimeError("chromium ended")
            self.rest += read
        text, self.rest = self.rest.split(b"\0", 1)
        return json.loads(text)

    def call(self, method, **parameters):
        """The result of a command; what happens meanwhile is kept in `events`."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        text = json.dumps(message).encode() + b"\0"
        while text:
            text = text[os.write(self.to, text):]
        while True:
            answer = self._next()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait_for(self, method):
        while not any(one.get("method") == method for one in self.events):
            self.events.append(self._next())

    def open(self, file, width, height=900, scheme="light"):
        """Shows a file in a window of this size; `events` are those of this page alone."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=width < 600)
        self.call("Emulation.setEmulatedMedia", media="",
                  features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.events = []
        self.call("Page.navigate", url="file://" + os.path.abspath(file))
        self.wait_for("Page.loadEventFired")

    def value(self, script):
        """What a script gives, as JSON."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True,
                           awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def key(self, name, code):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=name, windowsVirtualKeyCode=code)

    def picture(self, clip=None):
        """A PNG of the page, or of x, y, width, height of it."""
        more = {}
        if clip:
            more["clip"] = dict(zip(("x", "y", "width", "height"), clip), scale=1)
        answer = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True,
                           **more)
        return base64.b64decode(answer["data"])

    def pdf(self):
        """The page as it is printed on A4, as its style sheet wants it."""
        answer = self.call("Page.printToPDF", preferCSSPageSize=True, paperWidth=8.27,
                           paperHeight=11.69, printBackground=True)
        return base64.b64decode(answer["data"])

    def settle(self, seconds=0.2):
        """Lets what was started go on."""
        time.sleep(seconds)
        self.value("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
